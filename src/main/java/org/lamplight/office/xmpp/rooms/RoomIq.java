package org.lamplight.office.xmpp.rooms;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.StanzaException;
import org.lamplight.office.xmpp.Stanzas;
import org.lamplight.office.xmpp.archive.ArchiveQuery;
import org.lamplight.office.xmpp.xml.Element;

/** Questions to the service, its rooms and their occupants. Guarded by the server's lock. */
final class RoomIq {
    /** What only the person's own address answers; the room does not tell it. */
    private static final Set<String> OF_PERSONS = Set.of(Ns.VCARD, Ns.PUBSUB);

    private final Rooms rooms;
    private final RoomDisco disco;

    RoomIq(Rooms rooms, RoomDisco disco) {
        this.rooms = rooms;
        this.disco = disco;
    }

    void received(Element iq, Jid from, Jid to) throws StanzaException {
        String type = iq.attribute("type", "");
        if (!List.of("get", "set").contains(type)) {
            RoomParts room = rooms.find(to);
            if (room != null) {
                room.relay().answered(from, iq);
            }
            return;
        }
        List<Element> payloads = iq.children();
        if (payloads.size() != 1) {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
        Element payload = payloads.get(0);
        if (!to.isBare()) {
            toOccupant(iq, payload, from, to);
            return;
        }
        answer(iq, from, to.local().isEmpty() ? service(payload, from) : room(payload, type, from, to));
    }

    private void answer(Element iq, Jid from, @Nullable Element payload) {
        Element reply = Stanzas.result(iq);
        rooms.line().send(from, payload == null ? reply : reply.add(payload));
    }

    private @Nullable Element service(Element payload, Jid from) throws StanzaException {
        return switch (payload.namespace()) {
            case Ns.DISCO_INFO -> disco.service();
            case Ns.DISCO_ITEMS -> disco.rooms(from);
            case Ns.PING -> null;
            default -> throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        };
    }

    private @Nullable Element room(Element payload, String type, Jid from, Jid to) throws StanzaException {
        RoomParts room = rooms.require(to);
        return switch (payload.namespace() + " " + type) {
            case Ns.DISCO_INFO + " get" -> disco.room(room.room(), payload);
            case Ns.DISCO_ITEMS + " get" -> disco.occupants(room.room(), from);
            case Ns.PING + " get" -> null;
            case ArchiveQuery.NAMESPACE + " get", ArchiveQuery.NAMESPACE + " set" ->
                RoomArchive.answer(room.room(), payload, type, from);
            case MucNs.OWNER + " get", MucNs.OWNER + " set" -> room.owners().answer(payload, type, from);
            case MucNs.ADMIN + " get", MucNs.ADMIN + " set" -> room.admins().answer(payload, type, from);
            default -> throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        };
    }

    private void toOccupant(Element iq, Element payload, Jid from, Jid to) throws StanzaException {
        RoomParts parts = rooms.find(to);
        Occupant asker = parts == null ? null : parts.room().at(from);
        // Also where there is no such room: item-not-found would mean that one is in under another nick (XEP-0410).
        if (parts == null || asker == null) {
            throw new StanzaException(Condition.NOT_ACCEPTABLE);
        }
        Room room = parts.room();
        Occupant asked = room.named(to.resource());
        if (asked == null) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        if (asked == asker && payload.is("ping", Ns.PING)) {
            answer(iq, from, null);
        } else if (OF_PERSONS.contains(payload.namespace())) {
            throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        } else {
            parts.relay().ask(from, asker, asked, iq);
        }
    }
}
