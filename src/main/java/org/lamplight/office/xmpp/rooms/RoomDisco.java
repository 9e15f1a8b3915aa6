package org.lamplight.office.xmpp.rooms;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.archive.ArchiveQuery;
import org.lamplight.office.xmpp.archive.StanzaIds;
import org.lamplight.office.xmpp.xml.Element;

/** What service discovery (XEP-0030) says of the service and its rooms (XEP-0045 section 6). */
final class RoomDisco {
    private final Rooms rooms;

    RoomDisco(Rooms rooms) {
        this.rooms = rooms;
    }

    Element service() {
        Element query = info(rooms.name());
        features(query, List.of(Ns.DISCO_INFO, Ns.DISCO_ITEMS, MucNs.MUC, Ns.PING, MucNs.SELF_PING));
        return query;
    }

    private static Element info(String name) {
        Element query = Element.of("query", Ns.DISCO_INFO);
        query.child("identity", Ns.DISCO_INFO)
                .with("category", "conference")
                .with("type", "text")
                .with("name", name);
        return query;
    }

    private static void features(Element query, List<String> features) {
        features.forEach(feature -> query.child("feature", Ns.DISCO_INFO).with("var", feature));
    }

    /** The rooms that are public, or the asker's own. */
    Element rooms(Jid asker) {
        Element query = Element.of("query", Ns.DISCO_ITEMS);
        for (RoomParts parts : rooms.all()) {
            Room room = parts.room();
            boolean own = room.affiliation(asker).isAtLeast(Affiliation.MEMBER);
            if (!room.locked && (room.settings.isPublic() || own)) {
                query.child("item", Ns.DISCO_ITEMS)
                        .with("jid", room.address.toString())
                        .with("name", room.settings.name());
            }
        }
        return query;
    }

    Element room(Room room, Element question) {
        RoomSettings settings = room.settings;
        Element query = info(settings.name()).with("node", question.attribute("node"));
        List<String> features = new ArrayList<>(List.of(
                Ns.DISCO_INFO,
                Ns.DISCO_ITEMS,
                MucNs.MUC,
                MucNs.STABLE_ID,
                MucNs.SELF_PING,
                MucNs.OCCUPANT_ID,
                StanzaIds.NAMESPACE,
                Ns.PING));
        features.addAll(ArchiveQuery.FEATURES);
        features.add(settings.isPublic() ? "muc_public" : "muc_hidden");
        features.add(settings.membersOnly() ? "muc_membersonly" : "muc_open");
        features.add(settings.moderated() ? "muc_moderated" : "muc_unmoderated");
        features.add(settings.nonAnonymous() ? "muc_nonanonymous" : "muc_semianonymous");
        features.add(settings.password().isEmpty() ? "muc_unsecured" : "muc_passwordprotected");
        features.add(settings.persistent() ? "muc_persistent" : "muc_temporary");
        features(query, features);
        return query.add(form(room));
    }

    private static Element form(Room room) {
        RoomSettings settings = room.settings;
        return new Form("result", MucNs.ROOM_INFO)
                .field("muc#roominfo_description", settings.description())
                .field("muc#roominfo_subject", room.subject.text())
                .field(
                        "muc#roominfo_occupants",
                        Integer.toString(room.occupants().size()))
                .field("muc#roomconfig_roomname", settings.name())
                .field("muc#roomconfig_changesubject", settings.anyoneSetsSubject() ? "1" : "0")
                .field("muc#roomconfig_allowinvites", settings.membersInvite() ? "1" : "0")
                .element();
    }

    /** Who is in, for those who may know: who is in too, or anybody if the room is public. */
    Element occupants(Room room, Jid asker) {
        Element query = Element.of("query", Ns.DISCO_ITEMS);
        boolean open = room.settings.isPublic() && !room.settings.membersOnly();
        if (open || room.at(asker) != null) {
            room.occupants()
                    .forEach(occupant -> query.child("item", Ns.DISCO_ITEMS)
                            .with("jid", room.address(occupant.nick))
                            .with("name", occupant.nick));
        }
        return query;
    }
}
