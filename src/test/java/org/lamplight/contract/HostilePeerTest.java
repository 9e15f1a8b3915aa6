package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.HostilePeer;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.Person;

/** Whatever somebody sends who means ill: the session goes on, and nothing is believed that is not theirs to say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePeerTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String MALLORY = "mallory@" + HostilePeer.DOMAIN;

    private OfficeServer server;
    private HostilePeer peer;
    private Person ada;
    private int said;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = new OfficeServer(folder.resolve("server"));
        peer = HostilePeer.at(server);
        ada = Person.at(folder, "ada").signIn(server);
    }

    @AfterAll
    void end() throws Exception {
        ada.close();
        server.close();
    }

    /** What is said next is heard, in the same session. */
    private void goesOn(String since) throws Exception {
        String word = "after " + ++said;
        peer.send("<message from='" + MALLORY + "/x' to='TO' type='chat'><body>" + word + "</body></message>");
        ada.client().await(word, SOON, () -> heard().contains(word));
        assertThat(since()).isEqualTo(since);
    }

    private String since() throws Exception {
        return Answer.each(ada.ctl("accounts"), "since").get(0);
    }

    private List<String> heard() throws Exception {
        return Answer.each(ada.ctl("chat", "history", MALLORY), "text");
    }

    /** Questions that can be read but, as Smack holds them, not be written again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "get|<si xmlns='http://jabber.org/protocol/si'/>",
                "set|<si xmlns='http://jabber.org/protocol/si'/>",
                "get|<blocklist xmlns='urn:xmpp:blocking'><item/></blocklist>",
                "set|<query xmlns='http://jabber.org/protocol/disco#items'><item/></query>",
                "get|<open xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>"
            })
    void aQuestionThatCannotBeRepeatedEndsNoSession(String question) throws Exception {
        String since = since();
        String[] parts = question.split("\\|");
        peer.send("<iq from='" + MALLORY + "/x' to='TO' id='q' type='" + parts[0] + "'>" + parts[1] + "</iq>");
        goesOn(since);
    }

    @Test
    void nobodyElseSaysWhatOurOtherDevicesHeard() throws Exception {
        String since = since();
        for (String copy : List.of("sent", "received")) {
            peer.send("<message from='" + MALLORY + "' to='TO'><" + copy + " xmlns='urn:xmpp:carbons:2'>"
                    + "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' type='chat' id='f'"
                    + " from='boss@localhost/x' to='ada@localhost'><body>forged</body></message></forwarded></"
                    + copy + "></message>");
        }
        peer.send("<message from='" + MALLORY + "' to='TO'><result xmlns='urn:xmpp:mam:2' queryid='q' id='1'>"
                + "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' type='chat' id='g'"
                + " from='boss@localhost/x' to='ada@localhost'><body>forged</body></message></forwarded></result>"
                + "</message>");
        goesOn(since);
        assertThat(ada.ctl("chat", "history", "boss@localhost")).isEmpty();
        assertThat(heard()).doesNotContain("forged");
    }

    /** A time at which nobody can have said anything is none, so that the message stands where it is seen. */
    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59Z"})
    void anImpossibleTimeIsNow(String stamp) throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        peer.send("<message from='" + MALLORY + "/x' to='TO' type='chat' id='" + stamp + "'><body>at " + stamp
                + "</body><delay xmlns='urn:xmpp:delay' stamp='" + stamp + "'/></message>");
        ada.client().await(stamp, SOON, () -> heard().contains("at " + stamp));
        ada.ctl("chat", "history", MALLORY).stream()
                .filter(line -> line.get("text").getAsString().equals("at " + stamp))
                .forEach(line ->
                        assertThat(Instant.parse(line.get("at").getAsString())).isBetween(before, Instant.now()));
    }
}
