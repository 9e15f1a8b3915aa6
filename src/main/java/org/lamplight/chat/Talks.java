package org.lamplight.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Events;

/** The talks there are, each with its newest message and how many are unread; tells every change. Core only. */
final class Talks {
    private final Events events;
    private final Map<String, Talk> byPeer = new LinkedHashMap<>();

    Talks(Events events) {
        this.events = events;
    }

    /** Those of earlier runs, as far as nothing happened in them since. */
    void load(List<Talk> stored) {
        stored.forEach(talk -> byPeer.putIfAbsent(talk.peer(), talk));
    }

    @Nullable
    Talk with(String peer) {
        return byPeer.get(peer);
    }

    List<Talk> all() {
        return List.copyOf(byPeer.values());
    }

    boolean isRoom(String peer) {
        Talk talk = byPeer.get(peer);
        return talk != null && talk.room();
    }

    int unread(String peer) {
        return Optional.ofNullable(byPeer.get(peer)).map(Talk::unread).orElse(0);
    }

    /** The talk with this address is a room from now on. Whether that is news. */
    boolean markRoom(String peer) {
        if (isRoom(peer)) {
            return false;
        }
        Talk talk = byPeer.getOrDefault(peer, new Talk(peer, 0, null));
        put(new Talk(peer, talk.unread(), talk.last(), true));
        return true;
    }

    /** All of it was looked at. Whether that is news. */
    boolean read(String peer) {
        Talk talk = byPeer.get(peer);
        if (talk == null || talk.unread() == 0) {
            return false;
        }
        put(new Talk(peer, 0, talk.last(), talk.room()));
        return true;
    }

    /** This is the newest message of its talk now. */
    void change(Message newest, int unread) {
        put(new Talk(newest.peer(), unread, newest, isRoom(newest.peer())));
    }

    /** Something older came: where there was no talk yet, it is the newest. */
    void beginWith(String peer, Message older) {
        if (!byPeer.containsKey(peer)) {
            put(new Talk(peer, 0, older));
        }
    }

    /** The message is another now; that counts if it is its talk's newest. */
    void replaceLast(Message now) {
        Talk talk = byPeer.get(now.peer());
        if (talk != null && talk.last() != null && talk.last().id().equals(now.id())) {
            put(new Talk(talk.peer(), talk.unread(), now, talk.room()));
        }
    }

    /** Messages were removed: some talks have fewer, some none any more. What was read since stays read. */
    void reload(List<Talk> stored) {
        Map<String, Talk> left = new LinkedHashMap<>();
        stored.forEach(talk -> left.put(talk.peer(), talk));
        for (Talk talk : all()) {
            Talk now = left.getOrDefault(talk.peer(), new Talk(talk.peer(), 0, null, talk.room()));
            put(new Talk(talk.peer(), Math.min(talk.unread(), now.unread()), now.last(), talk.room()));
            if (now.last() == null && !talk.room()) {
                byPeer.remove(talk.peer());
            }
        }
    }

    private void put(Talk talk) {
        byPeer.put(talk.peer(), talk);
        events.publish(new ChatEvent.TalkChanged(talk));
    }
}
