package org.lamplight.chat;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many messages that nobody looked at speak to us, in each room. Of those from before the start the store is asked once
 * it is known what we are called there. Core only.
 */
final class RoomMentions {
    /** Nobody reads a larger number, and a room of which so much is unread is not read at all. */
    private static final int MOST = 1_000;

    private final MessageStore store;
    private final Function<String, @Nullable RoomRecord> rooms;
    private final Told told;

    /** Hears how many there are. */
    interface Told {
        void mentioned(RoomRecord room, int count);
    }

    RoomMentions(MessageStore store, Function<String, @Nullable RoomRecord> rooms, Told told) {
        this.store = store;
        this.rooms = rooms;
        this.told = told;
    }

    void heard(ChatEvent event) {
        if (event instanceof ChatEvent.MessageReceived received) {
            RoomRecord room = rooms.apply(received.message().peer());
            if (room != null && Mention.isIn(received.message().text(), room.nick)) {
                told.mentioned(room, room.mentions + 1);
            }
        } else if (event instanceof ChatEvent.TalkChanged changed
                && changed.talk().unread() == 0) {
            RoomRecord room = rooms.apply(changed.talk().peer());
            if (room != null) {
                // an answer that is on its way is of before this
                room.counting++;
                told.mentioned(room, 0);
            }
        }
    }

    /**
     * Counts what earlier runs left. What comes meanwhile is in the store before the question or told after its answer, so
     * it counts once.
     */
    void recount(RoomRecord room) {
        String nick = room.nick;
        if (nick.equals(room.countedAs)) {
            return;
        }
        room.countedAs = nick;
        int question = ++room.counting;
        store.unread(room.address, MOST).thenAccept(unread -> {
            if (room.counting == question && rooms.apply(room.address) != null) {
                told.mentioned(room, count(unread, nick));
            }
        });
    }

    private static int count(List<Message> unread, String nick) {
        return (int) unread.stream()
                .filter(message -> Mention.isIn(message.text(), nick))
                .count();
    }
}
