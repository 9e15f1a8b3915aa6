package org.lamplight.office.xmpp.rooms;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Stanzas;
import org.lamplight.office.xmpp.xml.Element;

/** How occupants look to each other: the presences that a room sends. Guarded by the server's lock. */
final class Appearance {
    private final Room room;

    Appearance(Room room) {
        this.room = room;
    }

    /** What a client says of itself, as others may see it: nothing that only the room may say. */
    static Element clean(Element presence) {
        Element clean = Stanzas.presence("");
        presence.children().stream()
                .filter(child -> !child.namespace().startsWith(MucNs.MUC)
                        && !child.namespace().equals(MucNs.OCCUPANT_ID))
                .forEach(clean::add);
        return clean;
    }

    /** Everybody who is in, to a client that has just come, but for its own occupant. */
    void showAll(Occupant viewer, Jid session) {
        boolean addresses = room.seesAddresses(viewer);
        for (Occupant occupant : List.copyOf(room.occupants())) {
            if (occupant != viewer) {
                Element known = addresses ? occupant.shown : occupant.hidden;
                room.send(session, known == null ? available(occupant, addresses, Set.of()) : known);
            }
        }
    }

    /** An occupant to everybody else, and to its other clients. */
    void announce(Occupant occupant, @Nullable Jid but) {
        Element hidden = available(occupant, false, Set.of());
        Element shown = available(occupant, true, Set.of());
        occupant.hidden = hidden;
        occupant.shown = shown;
        for (Occupant viewer : List.copyOf(room.occupants())) {
            if (viewer != occupant) {
                room.send(viewer, room.seesAddresses(viewer) ? shown : hidden);
            }
        }
        for (Jid session : List.copyOf(occupant.sessions.keySet())) {
            if (!session.equals(but)) {
                showSelf(occupant, session, Set.of());
            }
        }
    }

    void showSelf(Occupant occupant, Jid session, Set<Code> codes) {
        room.send(session, available(occupant, true, withSelf(codes)));
    }

    private static Set<Code> withSelf(Set<Code> codes) {
        Set<Code> all = EnumSet.of(Code.SELF);
        all.addAll(codes);
        return all;
    }

    private Element available(Occupant occupant, boolean address, Set<Code> codes) {
        Element presence = occupant.presence().copy().with("from", room.address(occupant.nick));
        Element item = Item.of(room.affiliation(occupant.person), occupant.role);
        return presence.add(occupant.id)
                .add(Item.x(address ? item.with("jid", occupant.jid().toString()) : item, codes));
    }

    /** Tells everybody that an occupant leaves, as it still is in. */
    void bid(Occupant leaver, Departure departure) {
        Element hidden = gone(leaver, departure, false, false);
        Element shown = gone(leaver, departure, true, false);
        for (Occupant viewer : List.copyOf(room.occupants())) {
            if (viewer != leaver) {
                room.send(viewer, room.seesAddresses(viewer) ? shown : hidden);
            }
        }
        room.send(leaver, gone(leaver, departure, true, true));
    }

    /** Tells only an occupant itself that it leaves. */
    void bidSelf(Occupant leaver, Departure departure) {
        room.send(leaver, gone(leaver, departure, true, true));
    }

    /** Tells one client that it has left. */
    void bidOne(Occupant leaver, Jid session, Departure departure) {
        room.send(session, gone(leaver, departure, true, true));
    }

    private Element gone(Occupant leaver, Departure departure, boolean address, boolean self) {
        Element presence = Stanzas.presence("unavailable").with("from", room.address(leaver.nick));
        departure.words().forEach(presence::add);
        Element item = Item.of(room.affiliation(leaver.person), departure.role(leaver));
        if (address) {
            item.with("jid", leaver.jid().toString());
        }
        departure.complete(item);
        Element x = Item.x(item, self ? withSelf(departure.codes()) : departure.codes());
        departure.besides().forEach(x::add);
        return presence.add(leaver.id).add(x);
    }
}
