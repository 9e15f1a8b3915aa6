package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.FaultyPath;
import org.lamplight.lab.Person;
import org.lamplight.lab.XmppAt;
import org.lamplight.people.PictureId;

/** What two people see of each other through any XMPP server, each with a real client of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class XmppContract {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int MANY = 100;

    private XmppAt server;
    private FaultyPath path;
    private Person ada;
    private Person bob;

    abstract XmppAt open(Path folder) throws Exception;

    /** Whether the server can hide somebody to whom messages still come (XEP-0186). */
    boolean hides() {
        return false;
    }

    /** A client that may try accounts. */
    Person someone() {
        return bob;
    }

    @BeforeAll
    void signInAndMeet(@TempDir Path folder) throws Exception {
        server = open(folder.resolve("server"));
        path = new FaultyPath(server.port());
        ada = Person.at(folder, "ada").signIn(server, path.port());
        bob = Person.at(folder, "bob").signIn(server);
        ada.befriend(bob);
    }

    @AfterAll
    void end() throws Exception {
        for (AutoCloseable one : new AutoCloseable[] {ada, bob, path, server}) {
            if (one != null) {
                one.close();
            }
        }
    }

    @AfterEach
    void bothAvailable() throws Exception {
        ada.ctl("status", "observe", "--source", "app:test", "--clear");
        ada.ctl("status", "clear");
        bob.ctl("status", "clear");
        bob.sees(ada, "available", SOON);
        ada.sees(bob, "available", SOON);
    }

    @Test
    void bothAreOnline() throws Exception {
        assertThat(ada.state()).isEqualTo("online");
        assertThat(bob.state()).isEqualTo("online");
    }

    @ParameterizedTest
    @CsvSource({"starttls", "tls"})
    void signsInEncrypted(String security) throws Exception {
        int port = security.equals("tls") ? server.tlsPort() : server.port();
        String text = Person.account("cleo", port, server.trust(), security);
        assertThat(Answer.each(
                        bob.tryAccount("cleo", text, XmppAt.password("cleo")).must("accounts test"), "state"))
                .containsExactly("online");
        assertThat(Answer.each(bob.ctl("accounts"), "id")).doesNotContain("cleo");
    }

    @ParameterizedTest
    @CsvSource({
        "available, available",
        "free-to-chat, free-to-chat",
        "busy, busy",
        "do-not-disturb, do-not-disturb",
        "away, away",
        "extended-away, extended-away",
        "out-of-office, out-of-office",
        "invisible, offline",
        "offline, offline"
    })
    void aChosenStatusIsSeen(String chosen, String seen) throws Exception {
        leaveStatus(seen);
        ada.ctl("status", "set", chosen);
        bob.sees(ada, seen, AT_ONCE);
        assertThat(Answer.each(ada.ctl("status"), "status")).containsExactly(chosen);
    }

    @ParameterizedTest
    @CsvSource({
        "on-the-phone",
        "in-a-meeting",
        "in-a-meeting-on-the-phone",
        "on-video",
        "presenting",
        "out-of-office",
        "idle"
    })
    void anObservedStatusIsSeen(String status) throws Exception {
        observe(status);
        bob.sees(ada, status, AT_ONCE);
        assertThat(Answer.each(bob.ctl("people", ada.address()), "icon")).containsExactly(status);
        ada.ctl("status", "observe", "--source", "app:test", "--clear");
        bob.sees(ada, "available", AT_ONCE);
    }

    @Test
    void ringingIsNobodyElsesBusiness() throws Exception {
        observe("ringing");
        assertThat(Answer.each(ada.ctl("status"), "status")).containsExactly("ringing");
        ada.ctl("chat", "send", bob.address(), "comes after it");
        awaitHeard(bob, ada, "in", List.of("comes after it"));
        assertThat(bob.statusOf(ada)).isEqualTo("available");
    }

    @Test
    void untilWhenIsSeen() throws Exception {
        ada.ctl("status", "set", "do-not-disturb", "--until", inAnHour());
        bob.client().await("the end", AT_ONCE, () -> noteOf(ada).startsWith("until "));
        bob.sees(ada, "do-not-disturb", AT_ONCE);
    }

    @Test
    void theInvisibleHearWhereTheServerCanHideThemAndElseWhenTheyAreBack() throws Exception {
        ada.ctl("status", "set", "invisible");
        bob.sees(ada, "offline", AT_ONCE);
        bob.ctl("chat", "send", ada.address(), "are you there? " + hides());
        if (hides()) {
            awaitHeard(ada, bob, "in", List.of("are you there? true"));
            bob.ctl("status", "set", "busy");
            ada.sees(bob, "busy", AT_ONCE);
            assertThat(bob.statusOf(ada)).isEqualTo("offline");
        }
        ada.ctl("status", "clear");
        bob.sees(ada, "available", AT_ONCE);
        awaitHeard(ada, bob, "in", List.of("are you there? " + hides()));
        awaitDelivered(bob, ada);
    }

    @Test
    void theNoteIsSeen() throws Exception {
        ada.ctl("status", "set", "busy", "--note", "Bernoulli numbers <&> \u00fcber 8");
        bob.client().await("the note", AT_ONCE, () -> noteOf(ada).equals("Bernoulli numbers <&> \u00fcber 8"));
        bob.sees(ada, "busy", AT_ONCE);
    }

    @Test
    void manyMessagesKeepTheirOrderAndAreDelivered() throws Exception {
        String run = Instant.now().toString();
        for (int i = 0; i < MANY; i++) {
            ada.ctl("chat", "send", bob.address(), run + " from ada " + i);
            bob.ctl("chat", "send", ada.address(), run + " from bob " + i);
        }
        List<String> fromAda = sequence(run + " from ada ");
        List<String> fromBob = sequence(run + " from bob ");
        awaitHeard(bob, ada, "in", fromAda);
        awaitHeard(ada, bob, "in", fromBob);
        awaitHeard(ada, bob, "out", fromAda);
        awaitDelivered(ada, bob);
        awaitDelivered(bob, ada);
    }

    @Test
    void aMessageToSomebodyWhoIsAwayWaitsAtTheServer() throws Exception {
        bob.client().quit();
        ada.sees(bob, "offline", SOON);
        ada.ctl("chat", "send", bob.address(), "for later, 1");
        ada.ctl("chat", "send", bob.address(), "for later, 2");
        ada.client()
                .await("the server takes it", SOON, () -> lastState(ada, bob).equals("sent"));
        bob.start();
        awaitHeard(bob, ada, "in", List.of("for later, 1", "for later, 2"));
        awaitDelivered(ada, bob);
    }

    /** Some of these are in the clear part of the sign-in, some in the handshake of TLS and some after it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 500, 800, 1200, 1600})
    void aSignInThatIsCutOffIsTriedAgain(int bytes) throws Exception {
        path.truncateAfter(bytes);
        path.cut();
        assertThat(path.awaitTruncation(SOON)).as("cut after %d bytes", bytes).isTrue();
        ada.client().await("ada is on", SOON, () -> ada.state().equals("online"));
    }

    @Test
    void aCrashLosesNeitherChoiceNorHistoryNorWhatWasQueued() throws Exception {
        ada.ctl("status", "set", "busy", "--note", "kept");
        Path kept = ada.client().profile().resolve("memory.properties");
        ada.client()
                .await(
                        "the choice is on the disk",
                        SOON,
                        () -> Files.readString(kept).contains("busy"));
        path.stopAccepting();
        path.cut();
        ada.client().await("ada is off", SOON, () -> ada.state().equals("connecting"));
        assertThat(Answer.each(ada.ctl("chat", "send", bob.address(), "written offline"), "state"))
                .containsExactly("queued");
        List<JsonObject> before = ada.history(bob, 1000);
        ada.client().kill();
        ada.start();
        assertThat(Answer.each(ada.ctl("status"), "status")).containsExactly("busy");
        assertThat(Answer.each(ada.ctl("status"), "note")).containsExactly("kept");
        assertThat(Answer.each(ada.history(bob, 1000), "id")).isEqualTo(Answer.each(before, "id"));
        path.startAccepting();
        awaitHeard(bob, ada, "in", List.of("written offline"));
        bob.sees(ada, "busy", SOON);
        awaitDelivered(ada, bob);
    }

    @Test
    void whatWasReadIsSaid() throws Exception {
        ada.ctl("chat", "send", bob.address(), "read me");
        ada.ctl("chat", "send", bob.address(), "and me");
        awaitHeard(bob, ada, "in", List.of("read me", "and me"));
        awaitDelivered(ada, bob);
        bob.ctl("chat", "read", ada.address());
        ada.client().await("both read", SOON, () -> lastStates(2).equals(List.of("read", "read")));
        bob.ctl("settings", "chat.read-markers", "off");
        ada.ctl("chat", "send", bob.address(), "but not this");
        awaitHeard(bob, ada, "in", List.of("but not this"));
        bob.ctl("chat", "read", ada.address());
        bob.ctl("chat", "send", ada.address(), "told all the same");
        awaitHeard(ada, bob, "in", List.of("told all the same"));
        ada.client().await("delivered", SOON, () -> lastStates(1).equals(List.of("delivered")));
        // A receipt that is still under way would be lost with a client that another test kills
        awaitDelivered(bob, ada);
        bob.ctl("settings", "chat.read-markers", "on");
    }

    private List<String> lastStates(int count) throws Exception {
        List<String> states = ada.history(bob, 1000).stream()
                .filter(line -> line.get("direction").getAsString().equals("out"))
                .map(line -> line.get("state").getAsString())
                .toList();
        return states.subList(states.size() - count, states.size());
    }

    /** Corrections, reactions, answers and retractions (XEP-0308, 0444, 0461, 0424). */
    @Test
    void whatWasSaidCanBeChangedAnsweredAndTakenBack() throws Exception {
        ada.ctl("chat", "send", bob.address(), "a wrogn word");
        String wrong = lastId(ada, bob);
        ada.ctl("chat", "correct", bob.address(), wrong, "a wrong word");
        awaitHeard(bob, ada, "in", List.of("a wrong word"));
        assertThat(Answer.each(bob.history(ada, 1000), "text")).doesNotContain("a wrogn word");
        assertThat(last(bob, ada).get("replaces").getAsString()).isEqualTo(wrong);
        bob.ctl("chat", "react", ada.address(), wrong, "\uD83D\uDC4D", "\u2764");
        ada.client().await("the reactions", SOON, () -> reactions(ada, bob).equals(Set.of("\uD83D\uDC4D", "\u2764")));
        bob.ctl("chat", "reply", ada.address(), wrong, "which word?");
        awaitHeard(ada, bob, "in", List.of("which word?"));
        assertThat(last(ada, bob).get("replyTo").getAsString()).isEqualTo(wrong);
        ada.ctl("chat", "retract", bob.address(), wrong);
        bob.client()
                .await(
                        "it is gone",
                        SOON,
                        () -> bob.history(ada, 1000).stream().anyMatch(line -> line.has("retracted")));
        assertThat(Answer.each(bob.history(ada, 1000), "text")).doesNotContain("a wrong word");
        assertThat(bob.tryCtl("chat", "correct", ada.address(), wrong, "not mine")
                        .exit())
                .isEqualTo(1);
        awaitDelivered(ada, bob);
        awaitDelivered(bob, ada);
    }

    private static JsonObject last(Person one, Person other) throws Exception {
        List<JsonObject> lines = one.history(other, 1000);
        return lines.get(lines.size() - 1);
    }

    private static String lastId(Person one, Person other) throws Exception {
        return last(one, other).get("id").getAsString();
    }

    private static Set<String> reactions(Person one, Person other) throws Exception {
        JsonObject line = last(one, other);
        Set<String> emoji = new HashSet<>();
        if (line.has("reactions")) {
            line.getAsJsonArray("reactions")
                    .forEach(each -> each.getAsJsonObject()
                            .getAsJsonArray("emoji")
                            .forEach(picture -> emoji.add(picture.getAsString())));
        }
        return emoji;
    }

    /** What a client that begins anew finds in the archive (XEP-0313), a page at a time. */
    @Test
    void anEmptyHistoryFillsFromTheArchive(@TempDir Path folder) throws Exception {
        ada.ctl("chat", "send", bob.address(), "from before the other desk was there");
        awaitHeard(bob, ada, "in", List.of("from before the other desk was there"));
        awaitDelivered(ada, bob);
        try (Person elsewhere = Person.at(folder, "ada").signIn(server)) {
            elsewhere.ctl("chat", "older", bob.address());
            awaitHeard(elsewhere, bob, "out", List.of("from before the other desk was there"));
            elsewhere.ctl("chat", "older", bob.address());
            assertThat(Answer.each(elsewhere.history(bob, 1000), "id")).doesNotHaveDuplicates();
        }
    }

    /** One person at two desks (XEP-0280, XEP-0313). */
    @Test
    void whatOneDeviceWritesAndGetsIsSeenAtTheOther(@TempDir Path folder) throws Exception {
        try (Person elsewhere = Person.at(folder, "ada").signIn(server)) {
            elsewhere
                    .client()
                    .await("carbons are on", SOON, () -> elsewhere.state().equals("online"));
            ada.ctl("chat", "send", bob.address(), "from the one desk");
            awaitHeard(elsewhere, bob, "out", List.of("from the one desk"));
            elsewhere.ctl("chat", "send", bob.address(), "from the other");
            awaitHeard(ada, bob, "out", List.of("from the one desk", "from the other"));
            bob.ctl("chat", "send", ada.address(), "to both desks");
            awaitHeard(ada, bob, "in", List.of("to both desks"));
            awaitHeard(elsewhere, bob, "in", List.of("to both desks"));
            awaitHeard(bob, ada, "in", List.of("from the one desk", "from the other"));
            awaitDelivered(elsewhere, bob);
            awaitDelivered(bob, ada);
            elsewhere.client().quit();
            ada.ctl("chat", "send", bob.address(), "while the other desk is empty");
            elsewhere.start();
            awaitHeard(elsewhere, bob, "out", List.of("from the other", "while the other desk is empty"));
        }
    }

    /** By an event and on the card (XEP-0084, XEP-0153), or on either where the server makes the other (XEP-0398). */
    @Test
    void onesPictureIsSeenByTheOtherAndCanBeTakenBack(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("me.png");
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        String id = Answer.each(ada.ctl("avatar", "set", file.toString()), "id").get(0);
        bob.client()
                .await(
                        "ada's picture",
                        Duration.ofSeconds(5),
                        () -> pictures(bob).contains(id));
        Path seen = folder.resolve("seen.png");
        bob.ctl("avatar", "of", ada.address(), "--save", seen.toString());
        assertThat(PictureId.ofBytes(Files.readAllBytes(seen)).hex()).isEqualTo(id);
        assertThat(ImageIO.read(seen.toFile()).getWidth()).isEqualTo(200);
        try (Person elsewhere = Person.at(folder, "ada").signIn(server)) {
            elsewhere
                    .client()
                    .await("the other desk", SOON, () -> pictures(elsewhere).contains(id));
        }
        ada.ctl("avatar", "clear");
        bob.client().await("no picture", SOON, () -> pictures(bob).isEmpty());
        assertThat(bob.tryCtl("avatar", "of", ada.address(), "--save", seen.toString())
                        .exit())
                .isEqualTo(1);
        assertThat(ada.tryCtl("avatar", "set", server.trust().toString()).exit())
                .as("a text is no picture")
                .isEqualTo(1);
    }

    /** The ids of the picture that Ada is known to have. */
    private List<String> pictures(Person by) throws Exception {
        return by.ctl("avatar", "of", ada.address()).stream()
                .filter(line -> line.has("id"))
                .map(line -> line.get("id").getAsString())
                .toList();
    }

    @Test
    void theListOfPeopleCanBeChanged() throws Exception {
        ada.ctl("people", "add", "cleo@localhost", "--name", "Cleo", "--group", "Queens");
        ada.client().await("cleo", SOON, () -> groups("cleo").contains("Queens"));
        assertThat(Answer.each(ada.ctl("people", "cleo@localhost"), "name")).containsExactly("Cleo");
        ada.ctl("people", "rename", id("cleo"), "Cleopatra");
        ada.client()
                .await(
                        "the name",
                        SOON,
                        () -> Answer.each(ada.ctl("people", "cleo@"), "name").contains("Cleopatra"));
        ada.ctl("people", "group", id("cleo"), "add", "Nile");
        ada.client().await("the group", SOON, () -> groups("cleo").contains("Nile"));
        ada.ctl("people", "group", id("cleo"), "remove", "Queens");
        ada.client().await("no group", SOON, () -> !groups("cleo").contains("Queens"));
        ada.ctl("people", "remove", id("cleo"));
        ada.client().await("nobody", SOON, () -> ada.ctl("people", "cleo@").isEmpty());
    }

    @Test
    void theListOfPeopleIsTheServers() throws Exception {
        ada.ctl("people", "add", "dan@localhost", "--name", "Dan", "--group", "Lions");
        ada.client().await("dan", SOON, () -> groups("dan").contains("Lions"));
        ada.restart();
        ada.client()
                .await(
                        "dan again",
                        SOON,
                        () -> ada.state().equals("online") && groups("dan").contains("Lions"));
        ada.ctl("people", "remove", id("dan"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "report"})
    void theBlockedSeeAndSayNothing(String how) throws Exception {
        String deaf = "can you hear me? " + how;
        String heard = "now you can, " + how;
        ada.ctl("people", how, id("bob"));
        ada.sees(bob, "blocked", SOON);
        bob.sees(ada, "offline", SOON);
        bob.ctl("chat", "send", ada.address(), deaf);
        bob.client()
                .await(
                        "it is refused",
                        SOON,
                        () -> bob.history(ada, 1000).stream()
                                .filter(line -> line.get("text").getAsString().equals(deaf))
                                .allMatch(
                                        line -> line.get("state").getAsString().equals("failed")));
        ada.ctl("people", "unblock", id("bob"));
        bob.sees(ada, "available", SOON);
        ada.sees(bob, "available", SOON);
        bob.ctl("chat", "send", ada.address(), heard);
        awaitHeard(ada, bob, "in", List.of(heard));
        assertThat(Answer.each(ada.history(bob, 1000), "text")).doesNotContain(deaf);
        awaitDelivered(bob, ada);
    }

    // ---- words for what the tests say

    /** What is to be seen must not be there already. */
    private void leaveStatus(String seen) throws Exception {
        String other = seen.equals("away") ? "busy" : "away";
        ada.ctl("status", "set", other);
        bob.sees(ada, other, SOON);
    }

    private void observe(String status) throws Exception {
        ada.ctl("status", "observe", "--source", "app:test", "--status", status, "--until", inAnHour());
    }

    private static String inAnHour() {
        return Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private String noteOf(Person person) throws Exception {
        return String.join("", Answer.each(bob.ctl("people", person.address()), "note"));
    }

    private String groups(String user) throws Exception {
        return ada.ctl("people", user + "@localhost").stream()
                .map(one -> one.get("groups").toString())
                .reduce("", String::concat);
    }

    private String id(String user) throws Exception {
        return Answer.each(ada.ctl("people", user + "@localhost"), "id").get(0);
    }

    private static List<String> sequence(String start) {
        return IntStream.range(0, MANY).mapToObj(i -> start + i).toList();
    }

    private static void awaitHeard(Person one, Person other, String direction, List<String> texts) throws Exception {
        int count = texts.size();
        one.client()
                .await(
                        "all of " + count + " messages",
                        SOON,
                        () -> texts(one, other, direction).containsAll(texts));
        List<String> all = texts(one, other, direction);
        assertThat(all.subList(all.size() - count, all.size())).isEqualTo(texts);
    }

    private static List<String> texts(Person one, Person other, String direction) throws Exception {
        return one.history(other, 1000).stream()
                .filter(line -> line.get("direction").getAsString().equals(direction))
                .map(line -> line.get("text").getAsString())
                .toList();
    }

    private static void awaitDelivered(Person one, Person other) throws Exception {
        try {
            one.client().await("receipts", SOON, () -> undelivered(one, other).isEmpty());
        } catch (AssertionError missed) {
            throw new AssertionError(missed.getMessage() + " of " + undelivered(one, other), missed);
        }
    }

    private static List<String> undelivered(Person one, Person other) throws Exception {
        return one.history(other, 1000).stream()
                .filter(line -> line.get("direction").getAsString().equals("out"))
                .filter(line -> !line.get("state").getAsString().matches("delivered|read|failed"))
                .map(JsonObject::toString)
                .toList();
    }

    private static String lastState(Person one, Person other) throws Exception {
        return one.history(other, 1).get(0).get("state").getAsString();
    }
}
