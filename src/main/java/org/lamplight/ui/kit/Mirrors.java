package org.lamplight.ui.kit;

import java.util.Locale;
import java.util.Optional;
import org.lamplight.chat.Room;
import org.lamplight.chat.Talk;
import org.lamplight.core.PlainText;
import org.lamplight.people.Person;

/** What core knows, as windows see it; made once and shared by all windows. */
public record Mirrors(
        PeopleMirror people,
        TalksMirror talks,
        RoomsMirror rooms,
        OwnMirror own,
        AccountsMirror accounts,
        CallsMirror calls) {
    public static Mirrors of(Domain domain) {
        return new Mirrors(
                new PeopleMirror(domain),
                new TalksMirror(domain),
                new RoomsMirror(domain),
                new OwnMirror(domain),
                new AccountsMirror(domain),
                new CallsMirror(domain));
    }

    /** The room that the talk with this address is in, one too that is none of ours any more. EDT. */
    public Optional<Room> room(String peer) {
        return rooms.find(peer).or(() -> talks.with(peer).filter(Talk::room).map(rooms::former));
    }

    /** What a talk is called: the person's name, the room's, or of somebody in a room both. On one line. EDT. */
    public String name(String peer) {
        Optional<Room> room = room(peer);
        if (room.isPresent()) {
            return PlainText.line(room.get().name());
        }
        Optional<Room> around = roomOf(peer);
        if (around.isPresent()) {
            return PlainText.line(Room.nickOf(peer) + " (" + around.get().name() + ")");
        }
        return PlainText.line(people.withAddress(peer).map(Person::name).orElse(peer));
    }

    /** The room that this address of an occupant belongs to; empty for all other addresses. EDT. */
    public Optional<Room> roomOf(String peer) {
        int slash = peer.indexOf('/');
        return slash < 0 ? Optional.empty() : room(peer.substring(0, slash));
    }

    /** Whether the talk is with somebody of this name or address, or a part of one; in small letters. EDT. */
    public boolean matches(Talk talk, String wanted) {
        return name(talk.peer()).toLowerCase(Locale.ROOT).contains(wanted)
                || talk.peer().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
