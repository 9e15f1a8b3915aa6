package org.lamplight.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.ForeignClient;
import org.lamplight.lab.ForeignPair;
import org.lamplight.lab.Part;
import org.lamplight.lab.Person;
import org.lamplight.lab.Requires;
import org.lamplight.people.PictureId;
import org.lamplight.ui.picture.Drawn;

/** Somebody with another client, who knows nothing of ours: slixmpp. */
@Requires({Part.PROSODY, Part.SLIXMPP})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignClientTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private ForeignPair pair;
    private Person ada;
    private ForeignClient bob;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        pair = ForeignPair.online(ForeignClientTest.class, "bob.py", folder);
        ada = pair.ada();
        bob = pair.bob();
        ada.ctl("people", "add", "bob@localhost");
        ada.client().await("bob", SOON, () -> {
            if (!ada.ctl("people", "requests").isEmpty()) {
                ada.ctl("people", "accept", "bob@localhost");
            }
            return Answer.each(ada.ctl("people", "bob@localhost"), "status").contains("available")
                    && bob.seen().stream().anyMatch(line -> line.contains("\"show\": \"available\""));
        });
    }

    @AfterAll
    void end() throws Exception {
        if (pair != null) {
            pair.close();
        }
    }

    private void sees(String part) throws Exception {
        bob.sees(part);
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
        bob.forget();
        ada.ctl("status", "set", status);
        sees("\"show\": \"" + show + "\"");
        ada.ctl("status", "clear");
        sees("\"show\": \"available\"");
    }

    @ParameterizedTest
    @CsvSource({"on-the-phone, On the phone", "in-a-meeting, In a meeting"})
    void whatAdaDoesIsSaidInWords(String status, String text) throws Exception {
        bob.forget();
        String end = Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        ada.ctl("status", "observe", "--source", "app:test", "--status", status, "--until", end);
        sees("\"text\": \"" + text);
        assertThat(bob.seen().stream().filter(line -> line.contains(text))).allMatch(line -> line.contains("away"));
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

    /** Bob's client sets a card (XEP-0054); nobody there speaks of events. */
    @Test
    void thePictureOnBobsCardIsSeen(@TempDir Path folder) throws Exception {
        byte[] png = Drawn.face(64, Color.BLUE);
        String base64 = Base64.getEncoder().encodeToString(png);
        say("/raw <iq type='set' id='c1'><vCard xmlns='vcard-temp'><FN>Bob</FN><PHOTO><TYPE>image/png</TYPE><BINVAL>"
                + base64 + "</BINVAL></PHOTO></vCard></iq>");
        say("/raw <presence><x xmlns='vcard-temp:x:update'><photo>" + PictureId.ofBytes(png)
                + "</photo></x></presence>");
        Path seen = folder.resolve("bob.png");
        ada.client()
                .await(
                        "his picture",
                        SOON,
                        () -> ada.tryCtl("avatar", "of", "bob@localhost", "--save", seen.toString())
                                        .exit()
                                == 0);
        assertThat(seen).hasBinaryContent(png);
    }

    /** What is announced and what is there are two things. */
    @Test
    void aPictureThatIsNotWhatBobSaysIsNotTaken(@TempDir Path folder) throws Exception {
        String id = PictureId.ofBytes(new byte[] {1, 2, 3}).hex();
        say("/raw <iq type='set' id='d1'>" + item("data", id, "<data xmlns='urn:xmpp:avatar:data'>AAAA</data>")
                + "</iq>");
        say("/raw <iq type='set' id='d2'>"
                + item(
                        "metadata",
                        id,
                        "<metadata xmlns='urn:xmpp:avatar:metadata'><info type='image/png' bytes='3' id='" + id
                                + "'/></metadata>")
                + "</iq>");
        ada.client()
                .await(
                        "what he says",
                        SOON,
                        () -> Answer.each(ada.ctl("avatar", "of", "bob@localhost"), "id")
                                .contains(id));
        Path seen = folder.resolve("bob.png");
        assertThat(ada.tryCtl("avatar", "of", "bob@localhost", "--save", seen.toString())
                        .exit())
                .isEqualTo(1);
        assertThat(seen).doesNotExist();
    }

    private static String item(String node, String id, String payload) {
        return "<pubsub xmlns='http://jabber.org/protocol/pubsub'><publish node='urn:xmpp:avatar:" + node
                + "'><item id='" + id + "'>" + payload + "</item></publish></pubsub>";
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

    /** Who is in no room with us speaks for none, and what they claim to whisper there is no contact's word. */
    @Test
    void roomsThatBobMakesUpAreNotBelieved() throws Exception {
        String user = "http://jabber.org/protocol/muc#user";
        say("/raw <message to='ada@localhost' type='chat' id='w1'><x xmlns='" + user
                + "'/><body>whispered from nowhere</body></message>");
        say("/raw <message to='ada@localhost' type='groupchat' id='w2'><body>said to nobody</body></message>");
        say("/raw <presence to='ada@localhost'><show>dnd</show><x xmlns='" + user
                + "'><item affiliation='owner' role='moderator'/></x></presence>");
        say("after the rooms");
        ada.client()
                .await(
                        "his words",
                        SOON,
                        () -> Answer.each(ada.ctl("chat", "history", "bob@localhost"), "text")
                                .contains("after the rooms"));
        assertThat(ada.ctl("chat", "search", "whispered from nowhere")).isEmpty();
        assertThat(ada.ctl("chat", "search", "said to nobody")).isEmpty();
        assertThat(ada.ctl("room", "list")).isEmpty();
        assertThat(Answer.each(ada.ctl("people", "bob@localhost"), "status")).containsExactly("available");
    }

    private void say(String line) throws IOException {
        bob.say(line);
    }
}
