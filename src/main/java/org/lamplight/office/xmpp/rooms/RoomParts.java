package org.lamplight.office.xmpp.rooms;

import java.util.EnumSet;
import java.util.List;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Stanzas;
import org.lamplight.office.xmpp.xml.Element;

/** A room, and who does what in it. Guarded by the server's lock. */
final class RoomParts {
    private final Room room;
    private final Appearance appearance;
    private final Talk talk;
    private final Doors doors;

    RoomParts(Room room) {
        this.room = room;
        this.appearance = new Appearance(room);
        this.talk = new Talk(room);
        this.doors = new Doors(room, appearance, talk);
    }

    Room room() {
        return room;
    }

    Appearance appearance() {
        return appearance;
    }

    Talk talk() {
        return talk;
    }

    Doors doors() {
        return doors;
    }

    /** The server ends: each hears it for itself only. */
    void shutDown() {
        for (Occupant occupant : List.copyOf(room.occupants())) {
            Element item = Item.of(room.affiliation(occupant.person), Role.NONE);
            Element bye = Stanzas.presence("unavailable")
                    .with("from", room.address(occupant.nick))
                    .add(Item.x(item, EnumSet.of(Code.SELF, Code.SHUTDOWN)));
            for (Jid session : List.copyOf(occupant.sessions.keySet())) {
                room.send(session, bye);
            }
        }
    }
}
