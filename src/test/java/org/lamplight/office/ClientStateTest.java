package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** A client that nobody looks at is spared what can wait (XEP-0352). */
class ClientStateTest {
    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private RawClient ada;
    private RawClient grace;

    @BeforeEach
    void meet() throws Exception {
        ada = rule.online("ada", "desk");
        grace = rule.online("grace", "laptop");
        ada.awaitPresence("grace@localhost/laptop", "");
        // the colleague that the office plays leaves the stage to her
        ada.awaitPresence("grace@localhost/desk", "unavailable");
        ada.send("<inactive xmlns='urn:xmpp:csi:0'/>");
        ada.sync();
        ada.forget();
    }

    private static String state(String state) {
        return "<message to='ada@localhost/desk' type='chat'><" + state + " xmlns='" + Ns.CHAT_STATES + "'/></message>";
    }

    @Test
    void theLastOfEachComesLater() throws Exception {
        grace.send("<presence><show>away</show></presence>" + state("composing"));
        grace.send("<presence><show>dnd</show></presence>" + state("paused"));
        rule.office().colleagues().say("charles@localhost", "available", "");
        grace.sync();
        ada.sync();
        assertThat(ada.came()).isEmpty();
        ada.send("<active xmlns='urn:xmpp:csi:0'/>");
        ada.sync();
        List<Element> presences = ada.came().stream()
                .filter(element -> element.attribute("from", "").startsWith("grace@")
                        && element.name().equals("presence"))
                .toList();
        assertThat(presences).hasSize(1);
        assertThat(presences.get(0).childText("show")).isEqualTo("dnd");
        assertThat(ada.came().toString()).contains("paused", "charles@").doesNotContain("composing");
        grace.send(state("active"));
        ada.await("at once again", element -> element.find("active", Ns.CHAT_STATES) != null);
    }

    @Test
    void whatSomebodySaysComesAtOnce() throws Exception {
        grace.send(state("composing"));
        grace.send("<message to='ada@localhost/desk' type='chat'><body>now</body><active xmlns='" + Ns.CHAT_STATES
                + "'/></message>");
        ada.awaitBody("grace@localhost");
        ada.send("<active xmlns='urn:xmpp:csi:0'/>");
        ada.sync();
        assertThat(ada.came().toString()).doesNotContain("composing");
    }

    @Test
    void aRoomIsEnteredAllTheSame() throws Exception {
        RoomClient.create(grace, "Grace");
        ada.send(RoomClient.join("Ada", ""));
        ada.await("subject", RoomClient::isSubject);
        List<String> order = ada.came().stream()
                .filter(element -> element.name().equals("presence"))
                .map(element -> element.attribute("from", ""))
                .toList();
        assertThat(order).containsExactly(RoomClient.ROOM + "/Grace", RoomClient.ROOM + "/Ada");
    }

    @Test
    void whoResumesIsActive() throws Exception {
        ada.send("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        String id = ada.await("enabled", element -> element.name().equals("enabled"))
                .attribute("id");
        grace.send("<presence><show>dnd</show></presence>");
        grace.sync();
        ada.cut();
        RawClient again = rule.keep(RawClient.connect(rule.office()));
        again.open();
        again.login(RawClient.account(rule.office(), "ada"), "SCRAM-SHA-256");
        again.send("<resume xmlns='urn:xmpp:sm:3' previd='" + id + "' h='0'/>");
        again.listen();
        assertThat(again.awaitPresence("grace@localhost/laptop", "").childText("show"))
                .isEqualTo("dnd");
    }

    @Test
    void itIsOffered() throws Exception {
        RawClient client = rule.connect();
        client.open();
        assertThat(client.login(RawClient.account(rule.office(), "john"), "SCRAM-SHA-1")
                        .find("csi", "urn:xmpp:csi:0"))
                .isNotNull();
    }
}
