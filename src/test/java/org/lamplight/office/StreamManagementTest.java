package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** No message is lost by a cut (XEP-0198). */
class StreamManagementTest {
    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private static String enable(RawClient client) throws Exception {
        client.send("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        Element enabled = client.await("enabled", element -> element.is("enabled", Ns.ACKS));
        assertThat(enabled.attribute("max")).isEqualTo("60");
        return enabled.attribute("id");
    }

    private RawClient authenticated() throws Exception {
        RawClient client = rule.connect();
        client.open();
        client.login(RawClient.account(rule.office(), "ada"), "SCRAM-SHA-1");
        client.listen();
        return client;
    }

    private static String resume(String id, int handled) {
        return "<resume xmlns='urn:xmpp:sm:3' previd='" + id + "' h='" + handled + "'/>";
    }

    private void write(String body) {
        rule.office().colleagues().message("grace@localhost", "ada@localhost", body);
    }

    @Test
    void bothSidesCount() throws Exception {
        RawClient ada = rule.session("ada", "desk");
        enable(ada);
        ada.send("<presence/>");
        ada.sync();
        ada.send("<r xmlns='urn:xmpp:sm:3'/>");
        Element count = ada.await("count", element -> element.is("a", Ns.ACKS));
        assertThat(count.attribute("h")).isEqualTo("2");
        write("one");
        ada.awaitBody("grace@localhost");
        ada.await("request", element -> element.is("r", Ns.ACKS));
    }

    @Test
    void aCutSessionGoesOnWithoutLoss() throws Exception {
        RawClient grace = rule.online("alan", "laptop");
        RawClient ada = rule.session("ada", "desk");
        String id = enable(ada);
        ada.sync();
        ada.send("<presence/>");
        ada.awaitPresence("ada@localhost/desk", "");
        grace.awaitPresence("ada@localhost/desk", "");
        write("one");
        ada.awaitBody("grace@localhost");
        ada.cut();
        write("two");
        write("three");

        RawClient again = authenticated();
        // The answer to the ping is all that was confirmed, so all later stanzas come again.
        again.send(resume(id, 1));
        Element resumed = again.await("resumed", element -> element.is("resumed", Ns.ACKS));
        assertThat(resumed.attribute("h")).isEqualTo("2");
        assertThat(again.awaitBody("grace@localhost").childText("body")).isEqualTo("one");
        assertThat(again.awaitBody("grace@localhost").childText("body")).isEqualTo("two");
        assertThat(again.awaitBody("grace@localhost").childText("body")).isEqualTo("three");
        again.sync();
        grace.sync();
        assertThat(grace.came())
                .noneMatch(element -> element.attribute("from", "").startsWith("ada@")
                        && element.attribute("type", "").equals("unavailable"));
    }

    @Test
    void theServerNeedNotHaveNoticedTheCut() throws Exception {
        RawClient ada = rule.session("ada", "desk");
        String id = enable(ada);
        RawClient again = authenticated();
        again.send(resume(id, 0));
        again.await("resumed", element -> element.is("resumed", Ns.ACKS));
        ada.awaitEnd();
        again.sync();
    }

    @Test
    void whatWasNotConfirmedWaitsForTheNextSession() throws Exception {
        RawClient ada = rule.session("ada", "desk");
        enable(ada);
        ada.send("<presence/>");
        ada.sync();
        ada.cut();
        write("one");
        RawClient next = rule.online("ada", "desk");
        Element one = next.awaitBody("grace@localhost");
        assertThat(one.childText("body")).isEqualTo("one");
        assertThat(one.find("delay", Ns.DELAY)).isNotNull();
    }

    @Test
    void whoDoesNotReturnGoesOfflineAfterAWhile() throws Exception {
        OfficeOptions options = OfficeOptions.defaults().withLively(false).withEncryption(Encryption.NONE);
        try (Office office = Office.open(options, new Tempo(0.01, Duration.ofMillis(300)));
                RawClient alan = RawClient.online(office, "alan", "laptop");
                RawClient ada = RawClient.session(office, "ada", "desk")) {
            ada.send("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
            ada.send("<presence/>");
            ada.sync();
            ada.cut();
            office.colleagues().message("grace@localhost", "ada@localhost", "one");
            alan.awaitPresence("ada@localhost/desk", "unavailable");
            RawClient next = rule.keep(RawClient.online(office, "ada", "laptop"));
            assertThat(next.awaitBody("grace@localhost").childText("body")).isEqualTo("one");
        }
    }

    @Test
    void anUnknownSessionCannotGoOn() throws Exception {
        RawClient ada = authenticated();
        ada.send(resume("nothing", 0));
        Element failed = ada.await("failure", element -> element.is("failed", Ns.ACKS));
        assertThat(failed.find("item-not-found", Ns.STANZA_ERRORS)).isNotNull();
    }

    @Test
    void whoConfirmsTooMuchIsCutOff() throws Exception {
        RawClient ada = rule.session("ada", "desk");
        enable(ada);
        ada.send("<a xmlns='urn:xmpp:sm:3' h='99'/>");
        ada.awaitStreamError("undefined-condition");
        ada.awaitEnd();
    }

    @Test
    void aNetworkThatGoesAndReturns() throws Exception {
        RawClient ada = rule.session("ada", "desk");
        String id = enable(ada);
        rule.office().stopListening();
        rule.office().cutConnections();
        ada.awaitEnd();
        rule.office().startListening();
        RawClient again = authenticated();
        again.send(resume(id, 0));
        again.await("resumed", element -> element.is("resumed", Ns.ACKS));
    }
}
