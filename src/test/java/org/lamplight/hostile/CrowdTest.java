package org.lamplight.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.hostile.Victim.MOST_WORK_MS;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.office.xmpp.Component;
import org.lamplight.office.xmpp.ComponentLine;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** A room in which thousands come and go at once. */
@Requires(Part.DISPLAY)
class CrowdTest {
    private static final int CROWD = 5_000;
    private static final String ROOM = "crowd@crowd.localhost";
    private static final String MUC = "http://jabber.org/protocol/muc";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Lets everybody in, and says of thousands that they are there. */
    private static final class Hall implements Component {
        private final ComponentLine line;
        private volatile Jid guest = new Jid("", "", "");

        Hall(ComponentLine line) {
            this.line = line;
        }

        @Override
        public String name() {
            return "Hall";
        }

        @Override
        public void received(Element stanza, Jid from, Jid to) {
            if (stanza.name().equals("iq")) {
                answer(stanza, from, to);
            } else if (stanza.name().equals("presence") && stanza.find("x", MUC) != null) {
                guest = from;
                come(0, CROWD);
                line.send(from, presence(to.toString(), "participant", "110"));
                Element subject = Element.of("message", Ns.CLIENT)
                        .with("from", ROOM)
                        .with("to", from.toString())
                        .with("type", "groupchat");
                subject.child("subject", Ns.CLIENT);
                line.send(from, subject);
            }
        }

        private void answer(Element stanza, Jid from, Jid to) {
            Element reply = Element.of("iq", Ns.CLIENT)
                    .with("type", "result")
                    .with("id", stanza.attribute("id"))
                    .with("from", to.toString())
                    .with("to", from.toString());
            if (stanza.find("query", Ns.DISCO_INFO) != null) {
                Element query = reply.child("query", Ns.DISCO_INFO);
                query.child("identity", Ns.DISCO_INFO)
                        .with("category", "conference")
                        .with("type", "text")
                        .with("name", "Hall");
                query.child("feature", Ns.DISCO_INFO).with("var", MUC);
            }
            line.send(from, reply);
        }

        void come(int first, int many) {
            for (int i = first; i < first + many; i++) {
                line.send(guest, presence(ROOM + "/guest " + i, "participant", ""));
            }
        }

        void go(int first, int many) {
            for (int i = first; i < first + many; i++) {
                line.send(guest, presence(ROOM + "/guest " + i, "none", "").with("type", "unavailable"));
            }
        }

        private static Element presence(String from, String role, String code) {
            Element presence = Element.of("presence", Ns.CLIENT).with("from", from);
            Element x = presence.child("x", MUC + "#user");
            x.child("item", MUC + "#user").with("affiliation", "none").with("role", role);
            if (!code.isEmpty()) {
                x.child("status", MUC + "#user").with("code", code);
            }
            return presence;
        }
    }

    @Test
    void theWindowAnswers(@TempDir Path folder) throws Exception {
        try (Victim victim = new Victim(folder)) {
            Hall hall = victim.server.server().attach("crowd", Hall::new);
            victim.measureAnew();
            victim.ada.ctl("room", "join", ROOM, "--nick", "Ada");
            victim.open(ROOM);
            people(victim, CROWD + 1);
            assertThat(victim.mostWorkMs("a room of 5,000 is entered")).isLessThan(MOST_WORK_MS);
            hall.come(CROWD, CROWD);
            people(victim, 2 * CROWD + 1);
            assertThat(victim.mostWorkMs("5,000 join at once")).isLessThan(MOST_WORK_MS);
            hall.go(0, 2 * CROWD);
            people(victim, 1);
            assertThat(victim.mostWorkMs("10,000 leave at once")).isLessThan(MOST_WORK_MS);
        }
    }

    private static void people(Victim victim, int many) throws Exception {
        victim.ada
                .client()
                .await(
                        many + " people",
                        SOON,
                        () -> victim.ada.ctl("room", "people", ROOM).size() == many);
    }
}
