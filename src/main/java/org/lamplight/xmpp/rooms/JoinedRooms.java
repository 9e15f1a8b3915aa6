package org.lamplight.xmpp.rooms;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jivesoftware.smack.packet.Presence;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;
import org.lamplight.chat.Talk;
import org.lamplight.xmpp.archive.OlderPages;

/**
 * The rooms that we are in, would be, or once were. Changed on the session's thread; from any thread it can be asked whether
 * an address is a room's.
 */
final class JoinedRooms {
    private final RoomContext on;
    private final RoomDirectory directory;
    private final RoomSpeech speech;

    /** By bare address. */
    private final Map<String, RoomSession> sessions = new ConcurrentHashMap<>();

    /** Rooms of earlier days, whose talks are still here. */
    private final Set<String> former = ConcurrentHashMap.newKeySet();

    private @Nullable Presence own;

    JoinedRooms(RoomContext on, RoomDirectory directory) {
        this.on = on;
        this.directory = directory;
        this.speech = new RoomSpeech(on);
        on.tellChats(chats -> chats.loaded()
                .thenRun(() -> chats.talks().stream()
                        .filter(Talk::room)
                        .map(Talk::peer)
                        .forEach(former::add)));
    }

    void began() {
        own = null;
        speech.began();
        each(RoomSession::began);
    }

    void interrupted() {
        speech.interrupted();
        each(RoomSession::interrupted);
    }

    void resumed() {
        speech.resumed();
        each(RoomSession::resumed);
    }

    void each(Consumer<RoomSession> deed) {
        sessions.values().forEach(deed);
    }

    /** How we are shown from now on; null: to nobody. */
    void shown(@Nullable Presence now) {
        own = now;
        each(room -> room.shown(now));
    }

    /** Our stay in this room, which begins with this where there was none. */
    RoomSession at(EntityBareJid room) {
        return sessions.computeIfAbsent(room.toString(), any -> opened(room));
    }

    private RoomSession opened(EntityBareJid room) {
        former.add(room.toString());
        RoomSession session = new RoomSession(on, room, directory, speech);
        session.shown(own);
        OlderPages older = new OlderPages(on.program(), on.pages(), session::older, session::settled);
        on.tellChats(chats -> chats.delivery().addRoom(on.keys().bare(), room.toString(), speech.in(session, older)));
        return session;
    }

    void end(EntityBareJid room) {
        RoomSession session = sessions.remove(room.toString());
        if (session != null) {
            session.leave();
            session.close();
        }
        on.tellChats(chats -> chats.delivery().removeRoom(on.keys().bare(), room.toString()));
        on.tell(rooms -> rooms.forget(on.keys().bare(), room.toString()));
    }

    /** The room that says something from this address; null if none does. */
    @Nullable
    RoomSession find(@Nullable Jid from) {
        return from == null ? null : sessions.get(from.asBareJid().toString());
    }

    boolean has(EntityBareJid room) {
        return sessions.containsKey(room.toString());
    }

    /** Whether this is the address of a room that we are in, would be, or once were. */
    boolean isRoom(String bare) {
        return sessions.containsKey(bare) || former.contains(bare);
    }

    /** The room of this address; refused if we are not in it. */
    RoomSession present(String address) {
        RoomSession room = sessions.get(RoomReplies.room(address).toString());
        if (room == null || !room.isIn()) {
            throw RoomErrors.refused("room.absent", address);
        }
        return room;
    }
}
