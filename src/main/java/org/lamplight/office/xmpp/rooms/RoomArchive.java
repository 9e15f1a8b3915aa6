package org.lamplight.office.xmpp.rooms;

import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.StanzaException;
import org.lamplight.office.xmpp.archive.ArchiveException;
import org.lamplight.office.xmpp.archive.ArchiveQuery;
import org.lamplight.office.xmpp.archive.Page;
import org.lamplight.office.xmpp.xml.Element;

/** Lets people read what was said in a room (XEP-0313 at the room's address). Guarded by the server's lock. */
final class RoomArchive {
    private RoomArchive() {}

    static Element answer(Room room, Element payload, String type, Jid from) throws StanzaException {
        if (!mayRead(room, from)) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        return switch (payload.name() + " " + type) {
            case "query get" -> ArchiveQuery.form();
            case "query set" -> query(room, payload, from);
            case "metadata get" -> ArchiveQuery.metadata(room.archive);
            default -> throw new StanzaException(Condition.FEATURE_NOT_IMPLEMENTED);
        };
    }

    /** Whoever could enter just now, or is in. */
    private static boolean mayRead(Room room, Jid from) {
        Affiliation affiliation = room.affiliation(from);
        boolean open = !room.settings.membersOnly() && room.settings.password().isEmpty() && !room.locked;
        return affiliation != Affiliation.OUTCAST
                && (open || affiliation.isAtLeast(Affiliation.MEMBER) || room.at(from) != null);
    }

    private static Element query(Room room, Element payload, Jid from) throws StanzaException {
        try {
            Page page = ArchiveQuery.answer(payload, room.archive);
            String address = room.address.toString();
            for (Element result : page.results()) {
                room.send(
                        from,
                        Element.of("message", Ns.CLIENT).with("from", address).add(result));
            }
            return page.fin();
        } catch (ArchiveException e) {
            throw new StanzaException(Condition.of(e));
        }
    }
}
