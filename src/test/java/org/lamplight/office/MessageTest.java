package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Where messages go (RFC 6121 section 8), and what waits for whom (XEP-0160). */
class MessageTest {
    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private static String chat(String to, String body) {
        return "<message to='" + to + "' type='chat' id='" + body + "'><body>" + body
                + "</body><origin-id xmlns='urn:xmpp:sid:0' id='o-" + body + "'/></message>";
    }

    @Test
    void theHighestPriorityGetsWhatIsForAll() throws Exception {
        RawClient low = rule.online("grace", "laptop");
        RawClient high = rule.online("grace", "phone");
        high.send("<presence><priority>9</priority></presence>");
        high.sync();
        RawClient ada = rule.online("ada", "desk");
        ada.send(chat("grace@localhost", "one"));
        Element one = high.awaitBody("ada@localhost/desk");
        assertThat(one.find("origin-id", "urn:xmpp:sid:0").attribute("id")).isEqualTo("o-one");
        ada.send(chat("grace@localhost/laptop", "two"));
        assertThat(low.awaitBody("ada@localhost/desk").childText("body")).isEqualTo("two");
        ada.send(chat("grace@localhost/gone", "three"));
        assertThat(high.awaitBody("ada@localhost/desk").childText("body")).isEqualTo("three");
    }

    @Test
    void copiesForOtherClients() throws Exception {
        RawClient grace = rule.online("grace", "laptop");
        RawClient desk = rule.online("ada", "desk");
        RawClient laptop = rule.online("ada", "laptop");
        laptop.ask("set", "", "<enable xmlns='urn:xmpp:carbons:2'/>");
        desk.send(chat("grace@localhost", "hello"));
        grace.awaitBody("ada@localhost/desk");
        Element copy = laptop.await("copy", element -> element.find("sent", Ns.CARBONS) != null);
        assertThat(copy.attribute("from")).isEqualTo("ada@localhost");
        grace.send(chat("ada@localhost/desk", "yes"));
        desk.awaitBody("grace@localhost");
        laptop.await("copy", element -> element.find("received", Ns.CARBONS) != null);
    }

    @Test
    void messagesWaitForWhoIsAway() throws Exception {
        rule.office().colleagues().say("grace@localhost", "offline", "");
        RawClient ada = rule.online("ada", "desk");
        ada.send(chat("grace@localhost", "one") + chat("grace@localhost", "two"));
        ada.sync();
        RawClient grace = rule.online("grace", "laptop");
        Element one = grace.awaitBody("ada@localhost/desk");
        assertThat(one.childText("body")).isEqualTo("one");
        assertThat(one.find("delay", Ns.DELAY).attribute("stamp")).endsWith("Z");
        assertThat(grace.awaitBody("ada@localhost/desk").childText("body")).isEqualTo("two");
    }

    @Test
    void nobodyIsCalledThat() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        ada.send(chat("nobody@localhost", "one"));
        Element error = ada.await("error", element -> "one".equals(element.attribute("id")));
        assertThat(error.find("error").find("service-unavailable", Ns.STANZA_ERRORS))
                .isNotNull();
        ada.send(chat("somebody@elsewhere.example", "two"));
        Element far = ada.await("error", element -> "two".equals(element.attribute("id")));
        assertThat(far.find("error").find("remote-server-not-found", Ns.STANZA_ERRORS))
                .isNotNull();
    }

    @Test
    void theServerAnswersSmallQuestions() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        String info = "<query xmlns='" + Ns.DISCO_INFO + "'/>";
        assertThat(ada.ask("get", "localhost", info).toString())
                .contains("category=\"server\"", Ns.CARBONS, Ns.BLOCKING, Ns.PING);
        assertThat(ada.ask("get", "ada@localhost", info).toString()).contains("type=\"pep\"");
        assertThat(ada.ask("get", "localhost", "<query xmlns='jabber:iq:version'/>")
                        .toString())
                .contains("office");
        assertThat(ada.ask("get", "localhost", "<time xmlns='urn:xmpp:time'/>").toString())
                .contains("utc");
        assertThat(ada.ask("get", "localhost", "<x xmlns='urn:example:unknown'/>")
                        .find("error")
                        .find("service-unavailable", Ns.STANZA_ERRORS))
                .isNotNull();
        assertThat(ada.ask("get", "grace@localhost/desk", info).toString()).contains(Ns.RECEIPTS);
    }
}
