package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.office.RoomClient.ROOM;
import static org.lamplight.office.RoomClient.error;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.tls.SelfSignedCertificate;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.LocalClient;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.XmppServer;
import org.lamplight.office.xmpp.XmppSettings;
import org.lamplight.office.xmpp.rooms.Rooms;
import org.lamplight.office.xmpp.xml.Element;

/** Rooms have bounds, and sessions that end leave nothing behind. */
class RoomFloodTest {
    private static final int CROWD = Integer.getInteger("lamplight.crowd", 600);

    @RegisterExtension
    final OfficeRule rule = new OfficeRule(quiet(), new Tempo(0.01, Duration.ofMillis(500)));

    private static OfficeOptions quiet() {
        return OfficeOptions.defaults().withLively(false).withEncryption(Encryption.NONE);
    }

    private static Element join(String nick) {
        Element join = Element.of("presence", Ns.CLIENT).with("to", ROOM + "/" + nick);
        join.child("x", RoomClient.MUC);
        return join;
    }

    @Test
    void aCrowdComesAndGoes() throws Exception {
        SelfSignedCertificate certificate = SelfSignedCertificate.create(List.of("localhost"));
        XmppSettings settings =
                new XmppSettings("localhost", 0, 0, certificate.serverContext(), true, false, Duration.ofSeconds(60));
        try (XmppServer server = XmppServer.open(settings)) {
            Rooms.open(server).furnish("lab", "Lab", "", new Jid("u0", "localhost", ""));
            AtomicInteger presences = new AtomicInteger();
            AtomicInteger words = new AtomicInteger();
            List<LocalClient> crowd = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                server.addAccount("u" + i, "x");
                crowd.add(server.connect(
                        "u" + i,
                        "d",
                        stanza -> (stanza.name().equals("presence") ? presences : words).incrementAndGet()));
                crowd.get(i).send(join("n" + i));
            }
            // Each saw itself and all others once.
            assertThat(presences).hasValue(CROWD * CROWD);
            assertThat(words).hasValue(CROWD);
            Element hello = Element.of("message", Ns.CLIENT).with("to", ROOM).with("type", "groupchat");
            crowd.get(7).send(hello.add(Element.of("body", Ns.CLIENT).text("hello")));
            assertThat(words).hasValue(2 * CROWD);
            presences.set(0);
            crowd.forEach(LocalClient::close);
            assertThat(presences).hasValue(CROWD * (CROWD - 1) / 2);
        }
    }

    @Test
    void whoDoesNotReturnLeavesTheRoom() throws Exception {
        RoomClient ada = RoomClient.create(rule.online("ada", "desk"), "Ada");
        RoomClient grace = RoomClient.enter(rule.online("grace", "laptop"), "Grace");
        grace.client().send("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        grace.client().await("enabled", element -> element.name().equals("enabled"));
        grace.client().cut();
        ada.awaitPresence("Grace", "unavailable");
        ada.client().sync();
        assertThat(ada.client()
                        .ask("get", ROOM, "<query xmlns='" + Ns.DISCO_ITEMS + "'/>")
                        .toString())
                .doesNotContain("Grace");
    }

    @Test
    void tooMuchIsRefused() throws Exception {
        RoomClient ada = RoomClient.create(rule.online("ada", "desk"), "Ada");
        ada.say("big", "x".repeat(300_000));
        ada.awaitError("policy-violation");
        RawClient grace = rule.online("grace", "laptop");
        grace.send(RoomClient.join("x".repeat(500), ""));
        assertThat(error(grace.awaitPresence(ROOM, "error"))).isEqualTo("not-acceptable");
        grace.send("<presence to='" + ROOM + "/Grace'><status>" + "x".repeat(50_000) + "</status><x xmlns='"
                + RoomClient.MUC + "'/></presence>");
        assertThat(error(grace.awaitPresence(ROOM, "error"))).isEqualTo("not-acceptable");
        ada.client().sync();
        assertThat(ada.client().came().toString()).doesNotContain("xxxx");
    }

    @Test
    void nobodyMakesRoomsWithoutEnd() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        StringBuilder rooms = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            rooms.append("<presence to='r").append(i).append("@rooms.localhost/Ada'><x xmlns='");
            rooms.append(RoomClient.MUC).append("'/></presence>");
        }
        ada.send(rooms.toString());
        ada.sync();
        assertThat(ada.came().stream()
                        .filter(element -> element.attribute("type", "").equals("error")))
                .hasSize(20)
                .allMatch(element -> error(element).equals("resource-constraint"));
        ada.send("<presence type='unavailable'/>");
        ada.sync();
        RoomClient.enter(ada, "Ada");
    }

    @Test
    void aFloodReachesWhoCanTakeIt() throws Exception {
        RoomClient ada = RoomClient.create(rule.online("ada", "desk"), "Ada");
        RoomClient grace = RoomClient.enter(rule.online("grace", "laptop"), "Grace");
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            flood.append("<message to='")
                    .append(ROOM)
                    .append("' type='groupchat'><body>")
                    .append(i);
            flood.append("</body></message>");
        }
        ada.client().send(flood.toString());
        grace.hears("4999");
        assertThat(grace.client().came().stream().filter(element -> element.childText("body") != null))
                .hasSize(4_999);
        assertThat(new ArchiveClient(grace.client(), ROOM).ask("").count()).isEqualTo("5000");
    }
}
