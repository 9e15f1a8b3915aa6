package org.lamplight.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.Await;
import org.lamplight.lab.Part;
import org.lamplight.lab.Person;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;

/** Somebody with another client, who knows nothing of ours: slixmpp. */
@Requires({Part.PROSODY, Part.SLIXMPP})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignClientTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Await happened = new Await();
    private Prosody server;
    private Person ada;
    private Process bob;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = new Prosody(folder.resolve("server"));
        ada = Person.at(folder, "ada").signIn(server);
        Path script = folder.resolve("bob.py");
        try (InputStream in = ForeignClientTest.class.getResourceAsStream("bob.py")) {
            Files.copy(in, script);
        }
        bob = new ProcessBuilder(
                        "/usr/bin/python3",
                        script.toString(),
                        String.valueOf(server.port()),
                        server.trust().toString())
                .redirectErrorStream(true)
                .start();
        Thread reader = new Thread(this::read, "bob");
        reader.setDaemon(true);
        reader.start();
        sees("\"online\": true");
        ada.ctl("people", "add", "bob@localhost");
        ada.client().await("bob", SOON, () -> {
            if (!ada.ctl("people", "requests").isEmpty()) {
                ada.ctl("people", "accept", "bob@localhost");
            }
            return Answer.each(ada.ctl("people", "bob@localhost"), "status").contains("available")
                    && seen.stream().anyMatch(line -> line.contains("\"show\": \"available\""));
        });
    }

    @AfterAll
    void end() throws Exception {
        for (AutoCloseable one : new AutoCloseable[] {bob == null ? null : bob::destroyForcibly, ada, server}) {
            if (one != null) {
                one.close();
            }
        }
    }

    private void read() {
        try (BufferedReader lines = bob.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                seen.add(line);
                happened.look();
            }
        } catch (IOException ended) {
            happened.look();
        }
    }

    private void sees(String part) throws Exception {
        try {
            happened.until(part, SOON, () -> seen.stream().anyMatch(line -> line.contains(part)));
        } catch (AssertionError missed) {
            throw new AssertionError(missed.getMessage() + " in " + seen, missed);
        }
    }

    @Test
    void theyTalk() throws Exception {
        String id = Answer.each(ada.ctl("chat", "send", "bob@localhost", "hello <bob> \u00fc"), "id")
                .get(0);
        sees("hello <bob> \\u00fc");
        ada.client().await("his receipt", SOON, () -> states().contains(id + " delivered"));
        say("hello ada");
        ada.client()
                .await(
                        "his words",
                        SOON,
                        () -> Answer.each(ada.ctl("chat", "history", "bob@localhost"), "text")
                                .contains("hello ada"));
        sees("\"receipt\"");
    }

    private List<String> states() throws Exception {
        return ada.ctl("chat", "history", "bob@localhost").stream()
                .map(line ->
                        line.get("id").getAsString() + " " + line.get("state").getAsString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "free-to-chat, chat",
        "busy, away",
        "do-not-disturb, dnd",
        "away, away",
        "extended-away, xa",
        "out-of-office, xa",
        "invisible, unavailable"
    })
    void aChoiceIsSeen(String status, String show) throws Exception {
        seen.clear();
        ada.ctl("status", "set", status);
        sees("\"show\": \"" + show + "\"");
        ada.ctl("status", "clear");
        sees("\"show\": \"available\"");
    }

    @ParameterizedTest
    @CsvSource({"on-the-phone, On the phone", "in-a-meeting, In a meeting"})
    void whatAdaDoesIsSaidInWords(String status, String text) throws Exception {
        seen.clear();
        String end = Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        ada.ctl("status", "observe", "--source", "app:test", "--status", status, "--until", end);
        sees("\"text\": \"" + text);
        assertThat(seen.stream().filter(line -> line.contains(text))).allMatch(line -> line.contains("away"));
        ada.ctl("status", "observe", "--source", "app:test", "--clear");
        sees("\"show\": \"available\"");
    }

    /** Without our key and without an activity, the words say more than the show. */
    @ParameterizedTest
    @CsvSource({
        "chat, '', free-to-chat",
        "away, '', away",
        "xa, '', extended-away",
        "dnd, '', do-not-disturb",
        "away, On the phone, on-the-phone",
        "away, Am Telefon, on-the-phone",
        "dnd, In a WebEx meeting, in-a-meeting",
        "dnd, In einer Besprechung, in-a-meeting",
        "away, In a meeting \u00b7 until 15:00, in-a-meeting",
        "away, On a video call, on-video",
        "dnd, Presenting, presenting",
        "xa, Out of office, out-of-office",
        "away, Away due to idle., idle",
        "dnd, Busy, busy",
        "available, In a meeting, in-a-meeting",
        "chat, In a meeting, free-to-chat",
        "away, Meeting friends later, away"
    })
    void whatBobSaysIsUnderstood(String show, String text, String status) throws Exception {
        say("/presence " + show + " " + text);
        ada.client()
                .await(
                        status,
                        SOON,
                        () -> Answer.each(ada.ctl("people", "bob@localhost"), "status")
                                .contains(status));
        say("/presence available");
        ada.client()
                .await(
                        "available",
                        SOON,
                        () -> Answer.each(ada.ctl("people", "bob@localhost"), "status")
                                .contains("available"));
    }

    @Test
    void anErrorFromOneDeviceHidesNobody() throws Exception {
        say("/raw <presence type='error' to='ada@localhost'><error type='cancel'>"
                + "<recipient-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>");
        say("after the error");
        ada.client()
                .await(
                        "his words",
                        SOON,
                        () -> Answer.each(ada.ctl("chat", "history", "bob@localhost"), "text")
                                .contains("after the error"));
        assertThat(Answer.each(ada.ctl("people", "bob@localhost"), "status")).containsExactly("available");
    }

    @Test
    void anActivityWhoseNodeIsDeletedIsOver() throws Exception {
        String node = "http://jabber.org/protocol/activity";
        say("/raw <iq type='set' id='a1'><pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='" + node
                + "'><item id='current'><activity xmlns='" + node
                + "'><talking><on_the_phone/></talking></activity></item></publish></pubsub></iq>");
        ada.client()
                .await(
                        "on the phone",
                        SOON,
                        () -> Answer.each(ada.ctl("people", "bob@localhost"), "status")
                                .contains("on-the-phone"));
        say("/raw <iq type='set' id='a2'><pubsub xmlns='http://jabber.org/protocol/pubsub#owner'><delete node='" + node
                + "'/></pubsub></iq>");
        ada.client()
                .await(
                        "over",
                        SOON,
                        () -> Answer.each(ada.ctl("people", "bob@localhost"), "status")
                                .contains("available"));
    }

    /** Only one's own server tells what one's other devices write and get (CVE-2017-5589). */
    @Test
    void copiesThatBobMakesUpAreNotBelieved() throws Exception {
        for (String way : new String[] {"sent", "received"}) {
            say("/raw <message to='ada@localhost' type='chat'><" + way + " xmlns='urn:xmpp:carbons:2'>"
                    + "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' type='chat' id='forged'"
                    + " from='" + (way.equals("sent") ? "ada@localhost/x" : "grace@localhost/x") + "' to='"
                    + (way.equals("sent") ? "grace@localhost" : "ada@localhost/x")
                    + "'><body>forged</body></message></forwarded></" + way + "></message>");
        }
        say("after the forgery");
        ada.client()
                .await(
                        "his words",
                        SOON,
                        () -> Answer.each(ada.ctl("chat", "history", "bob@localhost"), "text")
                                .contains("after the forgery"));
        assertThat(ada.ctl("chat", "history", "grace@localhost")).isEmpty();
        assertThat(ada.ctl("chat", "search", "forged")).isEmpty();
    }

    private void say(String line) throws IOException {
        bob.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        bob.getOutputStream().flush();
    }
}
