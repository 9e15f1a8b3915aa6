package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that break the rules lose their stream, and nobody else notices. */
class HostileClientTest {
    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<message><body>x</message> | not-well-formed",
                "<message><body>&unknown;</body></message> | not-well-formed restricted-xml",
                "<message><!-- hidden --></message> | restricted-xml",
                "<message><?php evil ?></message> | restricted-xml",
                "<message to='a' to='b'/> | not-well-formed",
                "<p:message xmlns:p='urn:example:x'/> | unsupported-stanza-type",
                "<greeting/> | unsupported-stanza-type",
                "<q:message/> | not-well-formed",
            })
    void brokenXmlEndsTheStream(String xml, String conditions) throws Exception {
        RawClient ada = rule.online("ada", "desk");
        RawClient grace = rule.online("grace", "laptop");
        ada.send(xml);
        assertThat(ada.await("stream error", element -> element.name().equals("error"))
                        .children()
                        .get(0)
                        .name())
                .isIn((Object[]) conditions.split(" "));
        ada.awaitEnd();
        grace.awaitPresence("ada@localhost/desk", "unavailable");
        grace.sync();
    }

    @Test
    void aDocumentTypeIsRefused() throws Exception {
        RawClient client = rule.connect();
        client.send("<!DOCTYPE x [<!ENTITY a 'aaaa'>]>");
        assertThat(client.open().name()).isEqualTo("error");
    }

    @Test
    void aStanzaOfTwoMebibytesIsTooMuch() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        rule.office().colleagues().say("charles@localhost", "available", "");
        Thread sender = new Thread(() -> {
            try {
                ada.send("<message to='charles@localhost'><body>" + "x".repeat(2 << 20) + "</body></message>");
            } catch (java.io.IOException e) {
                // The server need not read to the end.
            }
        });
        sender.start();
        ada.awaitStreamError("policy-violation");
        ada.awaitEnd();
        sender.join();
    }

    @Test
    void aStanzaJustBelowTheLimitPasses() throws Exception {
        RawClient grace = rule.online("grace", "laptop");
        RawClient ada = rule.online("ada", "desk");
        String body = "é".repeat(500_000);
        for (int i = 0; i < 3; i++) {
            ada.send("<message to='grace@localhost/laptop'><body>" + body + "</body></message>");
        }
        for (int i = 0; i < 3; i++) {
            assertThat(grace.awaitBody("ada@localhost").childText("body")).hasSize(500_000);
        }
    }

    @Test
    void tooDeepIsTooMuch() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        ada.send("<message>" + "<a>".repeat(200));
        ada.awaitStreamError("policy-violation");
    }

    @Test
    void whoDoesNotReadMakesNobodyWait() throws Exception {
        // This client never begins to read, and is sent more than any buffer takes.
        RawClient lazy = rule.connect();
        lazy.open();
        lazy.login(RawClient.account(rule.office(), "grace"), "SCRAM-SHA-1");
        lazy.send(
                "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>lazy</resource></bind>"
                        + "</iq><presence/>");
        RawClient ada = rule.online("ada", "desk");
        ada.awaitPresence("grace@localhost/lazy", "");
        String message = "<message to='grace@localhost/lazy'><body>" + "x".repeat(900_000) + "</body></message>";
        for (int i = 0; i < 50; i++) {
            ada.send(message);
        }
        ada.sync();
        ada.awaitPresence("grace@localhost/lazy", "unavailable");
    }

    @Test
    void anyRubbishEndsInAnErrorOrAnAnswer() throws Exception {
        String good = "<iq type='get' id='q' to='localhost'><query xmlns='jabber:iq:version' a='b'>&lt;x</query></iq>"
                + "<message to='grace@localhost'><body>text</body></message><presence><show>dnd</show></presence>";
        Random random = new Random(7);
        RawClient grace = rule.online("grace", "laptop");
        for (int i = 0; i < 60; i++) {
            StringBuilder bad = new StringBuilder(good);
            for (int j = 0; j < 3; j++) {
                bad.setCharAt(random.nextInt(bad.length()), "<>&'/\"= \u00e9x\u0001".charAt(random.nextInt(11)));
            }
            RawClient ada = RawClient.session(rule.office(), "ada", "desk" + i);
            ada.send(bad + "</stream:stream>");
            ada.awaitEndOrClose();
        }
        grace.sync();
        rule.online("ada", "desk");
    }

    @Test
    void addressesThatAreNone() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        for (String to : new String[] {"@", "@localhost", "a@b@c", "grace@localhost/", "/x"}) {
            assertThat(ada.ask("get", to, "<ping xmlns='urn:xmpp:ping'/>").toString())
                    .contains("jid-malformed");
        }
    }

    @Test
    void theServerMayBeHostileToo() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        rule.office().rawToAll("<message from='evil@localhost'><body>&lt;</body></message>");
        ada.awaitBody("evil@localhost");
    }
}
