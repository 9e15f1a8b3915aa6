package org.lamplight.office.colleagues;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.XmppServer;
import org.lamplight.office.xmpp.rooms.Rooms;
import org.lamplight.office.xmpp.xml.Element;

/** Makes the office's rooms as they are when somebody comes for the first time. */
final class Furnishing {
    private static final String BOOKMARKS = "urn:xmpp:bookmarks:1";

    private final XmppServer server;
    private final Rooms rooms;
    private final Map<String, Colleague> people;

    Furnishing(XmppServer server, Rooms rooms, Map<String, Colleague> people) {
        this.server = server;
        this.rooms = rooms;
        this.people = people;
    }

    /** Makes a room with its history, and seats those in it who are here. */
    void make(RoomPlan plan) {
        Instant now = Instant.now();
        rooms.furnish(plan.local(), plan.name(), plan.subject(), jid(plan.who().get(0)));
        for (RoomPlan.Said said : plan.before()) {
            Colleague speaker = people.get(said.who());
            if (speaker != null) {
                Instant at = now.minus(Duration.ofMinutes(said.minutesAgo()));
                rooms.remember(plan.local(), jid(said.who()), speaker.nick(), at, said.words());
            }
        }
        for (String id : plan.who()) {
            Colleague colleague = people.get(id);
            if (colleague != null) {
                colleague.enter(address(plan), "");
            }
        }
    }

    /** Puts a room into somebody's bookmarks (XEP-0402). */
    void bookmark(RoomPlan plan, String local, String nick) {
        Element conference = Element.of("conference", BOOKMARKS)
                .with("name", plan.name())
                .with("autojoin", Boolean.toString(plan.autojoin()));
        conference.add(Element.of("nick", BOOKMARKS).text(nick));
        server.publishPrivately(local, BOOKMARKS, address(plan), conference);
    }

    private String address(RoomPlan plan) {
        return plan.local() + "@" + rooms.domain();
    }

    private Jid jid(String id) {
        return new Jid(id, server.domain(), "");
    }
}
