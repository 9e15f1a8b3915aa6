package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.FaultyPath;
import org.lamplight.lab.Person;
import org.lamplight.lab.XmppAt;

/** What three people do in rooms of any XMPP server (XEP-0045), each with a real client of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RoomContract {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int MANY = 100;
    private final AtomicInteger rooms = new AtomicInteger();

    private XmppAt server;
    private FaultyPath path;
    private Person ada;
    private Person bob;
    private Person cleo;
    private String service;
    private String room;

    abstract XmppAt open(Path folder) throws Exception;

    /** Whether rooms keep what was said (XEP-0313). */
    boolean archives() {
        return true;
    }

    @BeforeAll
    void signIn(@TempDir Path folder) throws Exception {
        server = open(folder.resolve("server"));
        path = new FaultyPath(server.port());
        ada = Person.at(folder, "ada").signIn(server, path.port());
        bob = Person.at(folder, "bob").signIn(server);
        cleo = Person.at(folder, "cleo").signIn(server);
        String first = made("first");
        service = first.substring(first.indexOf('@') + 1);
    }

    @AfterAll
    void end() throws Exception {
        for (AutoCloseable one : new AutoCloseable[] {ada, bob, cleo, path, server}) {
            if (one != null) {
                one.close();
            }
        }
    }

    @BeforeEach
    void aRoom() {
        room = "room-" + rooms.incrementAndGet() + "@" + service;
    }

    /** Ada makes a room, its name without a service, and returns its address. */
    private String made(String name) throws Exception {
        return Answer.each(ada.ctl("room", "create", name), "address").get(0);
    }

    @Test
    void whatIsSaidIsHeardByAllOnceAndInOrder() throws Exception {
        ada.ctl("room", "create", room);
        bob.ctl("room", "join", room);
        cleo.ctl("room", "join", room);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            ada.ctl("room", "send", room, "ada " + i);
            said.add("ada " + i);
        }
        for (Person one : List.of(bob, cleo)) {
            one.client().await("the last", SOON, () -> texts(one).contains("ada " + (MANY - 1)));
            assertThat(texts(one)).isEqualTo(said);
            assertThat(Answer.each(history(one), "from")).containsOnly(room + "/ada");
        }
        ada.client().await("all came back", SOON, () -> states(ada).stream().allMatch("delivered"::equals));
        assertThat(texts(ada)).isEqualTo(said);
        assertThat(Answer.each(history(ada), "direction")).containsOnly("out");
    }

    @Test
    void whoIsThereIsSeenWithWhatTheyMayDoAndHowTheyAre() throws Exception {
        ada.ctl("room", "create", room);
        bob.ctl("room", "join", room, "--nick", "Bobby");
        bob.ctl("status", "set", "busy");
        ada.client().await("busy", SOON, () -> {
            JsonObject seen = occupant(ada, "Bobby");
            return seen != null && seen.get("status").getAsString().equals("busy");
        });
        assertThat(occupant(ada, "Bobby").get("role").getAsString()).isEqualTo("participant");
        assertThat(occupant(ada, "Bobby").get("address").getAsString()).isEqualTo("bob@localhost");
        assertThat(occupant(bob, "ada").get("affiliation").getAsString()).isEqualTo("owner");
        bob.ctl("room", "nick", room, "Robert");
        ada.client().await("the new name", SOON, () -> nicks(ada).equals(List.of("Robert", "ada")));
        bob.ctl("status", "clear");
        bob.ctl("room", "leave", room);
        ada.client().await("bob is gone", SOON, () -> nicks(ada).equals(List.of("ada")));
    }

    @Test
    void aNameThatIsTakenGetsAStroke() throws Exception {
        ada.ctl("room", "create", room);
        assertThat(Answer.each(bob.ctl("room", "join", room, "--nick", "ada"), "nick"))
                .containsExactly("ada_");
    }

    @Test
    void theTopicIsSeen() throws Exception {
        ada.ctl("room", "create", room);
        ada.ctl("room", "topic", room, "Bernoulli <&> numbers");
        bob.ctl("room", "join", room);
        bob.client()
                .await(
                        "the topic",
                        SOON,
                        () -> Answer.each(bob.ctl("room", "list"), "topic").contains("Bernoulli <&> numbers"));
        assertThat(bob.client().ask("room", "config", room, "--name", "mine").exit())
                .isEqualTo(1);
    }

    @Test
    void onlyMembersGetIntoAPrivateRoomAndAnInvitationMakesOne() throws Exception {
        ada.ctl("room", "create", room, "--members", bob.address());
        bob.client()
                .await(
                        "an invitation",
                        SOON,
                        () -> Answer.each(bob.ctl("room", "invitations"), "address")
                                .contains(room));
        assertThat(bob.ctl("room", "invitations").get(0).get("from").getAsString())
                .isEqualTo(ada.address());
        bob.ctl("room", "accept", room);
        assertThat(Answer.each(bob.ctl("room", "invitations"), "address")).doesNotContain(room);
        Answer refused = cleo.client().ask("room", "join", room);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.error()).contains("Only members");
        assertThat(Answer.each(cleo.ctl("room", "browse"), "address")).doesNotContain(room);
        assertThat(Answer.each(cleo.ctl("room", "list"), "address")).doesNotContain(room);
    }

    @Test
    void anInvitationRightBehindAChangeOfSettingsMakesAMember() throws Exception {
        for (int i = 0; i < 8; i++) {
            String one = "turned-" + i + "-" + room;
            ada.ctl("room", "create", one);
            ada.ctl("room", "config", one, "--members-only", "on");
            ada.ctl("room", "invite", one, bob.address());
            bob.client()
                    .await(
                            "an invitation",
                            SOON,
                            () -> Answer.each(bob.ctl("room", "invitations"), "address")
                                    .contains(one));
            bob.ctl("room", "accept", one);
        }
    }

    @Test
    void itsMembersAreToldWhetherTheyAreThereOrNot() throws Exception {
        ada.ctl("room", "create", room, "--members", bob.address());
        assertThat(Answer.each(ada.ctl("room", "members", room), "address")).contains(ada.address(), bob.address());
        assertThat(Answer.each(ada.ctl("room", "people", room), "address")).containsExactly(ada.address());
        assertThat(cleo.client().ask("room", "members", room).exit()).isEqualTo(1);
    }

    @Test
    void anInvitationToAnOpenRoomIsHeard() throws Exception {
        ada.ctl("room", "create", room, "--name", "Analytical Engine");
        assertThat(Answer.each(cleo.ctl("room", "browse"), "address")).contains(room);
        ada.ctl("room", "invite", room, cleo.address(), "--text", "join us");
        cleo.client()
                .await(
                        "an invitation",
                        SOON,
                        () -> Answer.each(cleo.ctl("room", "invitations"), "address")
                                .contains(room));
        assertThat(cleo.ctl("room", "invitations").get(0).get("text").getAsString())
                .isEqualTo("join us");
        assertThat(Answer.each(cleo.ctl("room", "accept", room), "name")).containsExactly("Analytical Engine");
    }

    @Test
    void whoIsSentOutHearsWhyAndWhoIsBannedStaysOut() throws Exception {
        ada.ctl("room", "create", room);
        bob.ctl("room", "join", room);
        ada.client().await("bob", SOON, () -> nicks(ada).contains("bob"));
        ada.ctl("room", "kick", room, "bob", "--text", "too loud");
        bob.client().await("why", SOON, () -> reason(bob).contains("too loud"));
        bob.ctl("room", "join", room);
        ada.client().await("bob again", SOON, () -> nicks(ada).contains("bob"));
        ada.ctl("room", "ban", room, "bob");
        bob.client().await("banned", SOON, () -> reason(bob).contains("banned"));
        assertThat(bob.client().ask("room", "join", room).error()).contains("banned");
        ada.ctl("room", "make", room, bob.address(), "admin");
        bob.ctl("room", "join", room);
        assertThat(occupant(bob, "bob").get("affiliation").getAsString()).isEqualTo("admin");
        assertThat(bob.client().ask("room", "kick", room, "ada").exit()).isEqualTo(1);
    }

    @Test
    void aRoomThatIsNotThereIsNotMadeByChance() throws Exception {
        Answer refused = bob.client().ask("room", "join", room);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.error()).contains("There is no room");
        ada.ctl("room", "create", room);
        assertThat(bob.client().ask("room", "create", room).error()).contains("already");
    }

    @Test
    void whatOneSaysToOneInTheRoomIsNeitherTheRoomsNorAContacts() throws Exception {
        ada.ctl("room", "create", room);
        bob.ctl("room", "join", room);
        ada.client().await("bob", SOON, () -> nicks(ada).contains("bob"));
        bob.ctl("chat", "send", room + "/ada", "for you alone");
        ada.client().await("the words", SOON, () -> whispers(ada, "bob").equals(List.of("for you alone")));
        ada.ctl("chat", "send", room + "/bob", "and for you");
        bob.client()
                .await("the answer", SOON, () -> whispers(bob, "ada").equals(List.of("for you alone", "and for you")));
        ada.ctl("room", "send", room, "for all");
        bob.client().await("the room", SOON, () -> texts(bob).equals(List.of("for all")));
        assertThat(texts(ada)).containsExactly("for all");
        assertThat(ada.history(bob, 10)).isEmpty();
    }

    private List<String> whispers(Person one, String nick) throws Exception {
        return Answer.each(one.ctl("chat", "history", room + "/" + nick), "text");
    }

    @Test
    void whatIsSaidCanBeCorrectedAnsweredReactedToAndTakenBack() throws Exception {
        ada.ctl("room", "create", room);
        bob.ctl("room", "join", room);
        String first = Answer.each(ada.ctl("room", "send", room, "helo"), "id").get(0);
        bob.client().await("the words", SOON, () -> texts(bob).equals(List.of("helo")));
        ada.client().await("all have it", SOON, () -> states(ada).equals(List.of("delivered")));
        ada.ctl("chat", "correct", room, first, "hello");
        bob.client().await("the correction", SOON, () -> texts(bob).equals(List.of("hello")));
        String heard = Answer.each(history(bob), "id").get(0);
        bob.ctl("chat", "react", room, heard, "\u2764");
        ada.client().await("a heart", SOON, () -> history(ada).get(0).has("reactions"));
        bob.ctl("chat", "reply", room, heard, "hi");
        ada.client().await("the answer", SOON, () -> texts(ada).equals(List.of("hello", "hi")));
        String answered = history(ada).get(1).get("replyTo").getAsString();
        assertThat(ada.tryCtl("chat", "react", room, answered, "\u2764").lines())
                .extracting(line -> line.get("text").getAsString())
                .containsExactly("hello");
        ada.ctl("chat", "retract", room, first);
        bob.client().await("it is gone", SOON, () -> texts(bob).equals(List.of("", "hi")));
    }

    @Test
    void aLostConnectionCostsNothingAndDoublesNothing() throws Exception {
        ada.ctl("room", "create", room);
        bob.ctl("room", "join", room);
        List<String> said = IntStream.range(0, 12).mapToObj(i -> "words " + i).toList();
        for (int i = 0; i < 4; i++) {
            (i % 2 == 0 ? ada : bob).ctl("room", "send", room, said.get(i));
            int count = i + 1;
            both(count);
        }
        path.stopAccepting();
        path.cut();
        ada.client().await("off", SOON, () -> ada.state().equals("connecting"));
        for (int i = 4; i < 8; i++) {
            bob.ctl("room", "send", room, said.get(i));
        }
        assertThat(Answer.each(ada.ctl("room", "send", room, said.get(8)), "state"))
                .containsExactly("queued");
        path.startAccepting();
        both(9);
        for (int i = 9; i < 12; i++) {
            ada.ctl("room", "send", room, said.get(i));
        }
        both(12);
        assertThat(texts(bob)).isEqualTo(said);
        assertThat(texts(ada)).containsExactlyInAnyOrderElementsOf(said);
    }

    private void both(int count) throws Exception {
        for (Person one : List.of(ada, bob)) {
            one.client()
                    .await(
                            count + " messages",
                            SOON.multipliedBy(2),
                            () -> history(one).size() >= count
                                    && states(one).stream().allMatch("delivered"::equals));
        }
    }

    @Test
    void aRestartFindsTheWayBackAndWhatWasSaidMeanwhile() throws Exception {
        ada.ctl("room", "create", room);
        cleo.ctl("room", "join", room, "--nick", "Cleopatra");
        ada.ctl("room", "send", room, "before");
        cleo.client().await("before", SOON, () -> texts(cleo).contains("before"));
        cleo.client().kill();
        ada.ctl("room", "send", room, "meanwhile 1");
        ada.ctl("room", "send", room, "meanwhile 2");
        cleo.start();
        cleo.client().await("back", SOON, () -> texts(cleo).contains("meanwhile 2"));
        ada.ctl("room", "send", room, "after");
        cleo.client().await("after", SOON, () -> texts(cleo).contains("after"));
        assertThat(texts(cleo)).containsExactly("before", "meanwhile 1", "meanwhile 2", "after");
        assertThat(nicks(ada)).contains("Cleopatra");
    }

    @Test
    void whatIsRememberedIsSeenAtAnotherDesk(@TempDir Path folder) throws Exception {
        ada.ctl("room", "create", room);
        bob.ctl("room", "join", room);
        bob.ctl("room", "alerts", room, "mentions");
        ada.ctl("room", "send", room, "said early");
        try (Person elsewhere = Person.at(folder, "bob").signIn(server)) {
            elsewhere.client().await("in the room", SOON, () -> listed(elsewhere, "in", "mentions"));
            elsewhere
                    .client()
                    .await("what was said", SOON, () -> texts(elsewhere).contains("said early"));
            bob.ctl("room", "leave", room);
            elsewhere
                    .client()
                    .await(
                            "left",
                            SOON,
                            () -> !Answer.each(elsewhere.ctl("room", "list"), "address")
                                    .contains(room));
        }
    }

    // ---- words for what the tests say

    private boolean listed(Person one, String state, String alerts) throws Exception {
        return one.ctl("room", "list").stream()
                .anyMatch(line -> line.get("address").getAsString().equals(room)
                        && line.get("state").getAsString().equals(state)
                        && line.get("alerts").getAsString().equals(alerts));
    }

    private String reason(Person one) throws Exception {
        return one.ctl("room", "list").stream()
                .filter(line -> line.get("address").getAsString().equals(room) && line.has("reason"))
                .map(line -> line.get("reason").getAsString())
                .findFirst()
                .orElse("");
    }

    private List<JsonObject> history(Person one) throws Exception {
        return one.ctl("chat", "history", room, "--limit", "1000");
    }

    private List<String> texts(Person one) throws Exception {
        return Answer.each(history(one), "text");
    }

    private List<String> states(Person one) throws Exception {
        return Answer.each(history(one), "state");
    }

    private List<String> nicks(Person one) throws Exception {
        return Answer.each(one.ctl("room", "people", room), "nick").stream()
                .sorted()
                .toList();
    }

    private JsonObject occupant(Person one, String nick) throws Exception {
        return one.ctl("room", "people", room).stream()
                .filter(line -> line.get("nick").getAsString().equals(nick))
                .findFirst()
                .orElse(null);
    }
}
