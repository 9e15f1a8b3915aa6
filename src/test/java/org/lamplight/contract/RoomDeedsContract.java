package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.Person;
import org.lamplight.lab.XmppAt;

/** Who may do what in rooms of any XMPP server, and how they end (XEP-0045, sections 7.8, 8, 9 and 10). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RoomDeedsContract {
    private static final Duration SOON = Duration.ofSeconds(10);
    private final AtomicInteger rooms = new AtomicInteger();

    private XmppAt server;
    private Person ada;
    private Person bob;
    private Person cleo;
    private String service;
    private String room;

    abstract XmppAt open(Path folder) throws Exception;

    @BeforeAll
    void signIn(@TempDir Path folder) throws Exception {
        server = open(folder.resolve("server"));
        ada = Person.at(folder, "ada").signIn(server);
        bob = Person.at(folder, "bob").signIn(server);
        cleo = Person.at(folder, "cleo").signIn(server);
        String first =
                Answer.each(ada.ctl("room", "create", "first"), "address").get(0);
        service = first.substring(first.indexOf('@') + 1);
    }

    @AfterAll
    void end() throws Exception {
        for (AutoCloseable one : new AutoCloseable[] {ada, bob, cleo, server}) {
            if (one != null) {
                one.close();
            }
        }
    }

    @BeforeEach
    void aRoom() throws Exception {
        room = "deeds-" + rooms.incrementAndGet() + "@" + service;
        ada.ctl("room", "create", room);
    }

    /** Ada sees them in the room. */
    private void comes(Person one, String nick) throws Exception {
        one.ctl("room", "join", room);
        ada.client().await(nick, SOON, () -> occupant(ada, nick) != null);
    }

    // ---- who is banned

    @Test
    void whoIsBannedIsToldToAdminsAndCanBeLetInAgain() throws Exception {
        assertThat(ada.ctl("room", "banned", room)).isEmpty();
        comes(bob, "bob");
        comes(cleo, "cleo");
        ada.ctl("room", "ban", room, "bob", "--text", "too loud");
        bob.client().await("banned", SOON, () -> reason(bob).contains("too loud"));
        List<JsonObject> banned = ada.ctl("room", "banned", room);
        assertThat(Answer.each(banned, "address")).containsExactly(bob.address());
        assertThat(Answer.each(banned, "affiliation")).containsExactly("outcast");
        assertThat(Answer.each(ada.ctl("room", "members", room), "address")).doesNotContain(bob.address());
        Answer refused = cleo.tryCtl("room", "banned", room);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.error()).isEqualTo("Only admins and owners may see who is banned from " + room + ".");
        ada.ctl("room", "make", room, bob.address(), "none");
        assertThat(ada.ctl("room", "banned", room)).isEmpty();
        comes(bob, "bob");
    }

    @Test
    void anAdminBansAndPardonsAndMakesMembersButNoAdmins() throws Exception {
        comes(bob, "bob");
        comes(cleo, "cleo");
        ada.ctl("room", "make", room, "bob", "admin");
        bob.client().await("admin", SOON, () -> is(bob, "bob", "affiliation", "admin"));
        bob.ctl("room", "make", room, "cleo", "member");
        ada.client().await("member", SOON, () -> is(ada, "cleo", "affiliation", "member"));
        assertThat(bob.tryCtl("room", "make", room, "cleo", "admin").exit()).isEqualTo(1);
        assertThat(bob.tryCtl("room", "make", room, "cleo", "owner").exit()).isEqualTo(1);
        assertThat(bob.tryCtl("room", "make", room, "ada", "member").exit()).isEqualTo(1);
        bob.ctl("room", "ban", room, cleo.address());
        assertThat(Answer.each(bob.ctl("room", "banned", room), "address")).containsExactly(cleo.address());
        bob.ctl("room", "make", room, cleo.address(), "none");
        assertThat(bob.ctl("room", "banned", room)).isEmpty();
    }

    // ---- roles and affiliations

    @Test
    void whoHasNoVoiceListensUntilAModeratorGivesIt() throws Exception {
        ada.ctl("room", "config", room, "--moderated", "on");
        comes(bob, "bob");
        ada.client().await("a visitor", SOON, () -> is(ada, "bob", "role", "visitor"));
        bob.ctl("room", "send", room, "unheard");
        bob.client().await("refused", SOON, () -> states(bob).equals(List.of("failed")));
        assertThat(bob.tryCtl("room", "role", room, "bob", "participant").exit())
                .isEqualTo(1);
        ada.ctl("room", "role", room, "bob", "participant");
        bob.client().await("voice", SOON, () -> is(bob, "bob", "role", "participant"));
        bob.ctl("room", "send", room, "heard");
        ada.client()
                .await(
                        "the words",
                        SOON,
                        () -> Answer.each(history(ada), "text").equals(List.of("heard")));
        ada.ctl("room", "role", room, "bob", "visitor");
        bob.client().await("no voice", SOON, () -> is(bob, "bob", "role", "visitor"));
        assertThat(bob.tryCtl("room", "role", room, "ada", "visitor").exit()).isEqualTo(1);
    }

    @Test
    void anOwnerMakesOwnersAndTheLastOneStays() throws Exception {
        comes(bob, "bob");
        assertThat(ada.tryCtl("room", "make", room, "ada", "none").error()).contains("without an owner");
        ada.ctl("room", "make", room, "bob", "owner");
        bob.client().await("owner", SOON, () -> is(bob, "bob", "affiliation", "owner"));
        bob.ctl("room", "make", room, "ada", "member");
        ada.client().await("no owner", SOON, () -> is(ada, "ada", "affiliation", "member"));
        assertThat(ada.tryCtl("room", "make", room, "bob", "none").exit()).isEqualTo(1);
        bob.ctl("room", "make", room, "ada", "none");
        ada.client().await("nothing", SOON, () -> is(ada, "ada", "affiliation", "none"));
    }

    // ---- the end

    @Test
    void whoIsInAClosedRoomHearsWhyAndItIsGone() throws Exception {
        comes(bob, "bob");
        Answer refused = bob.tryCtl("room", "destroy", room);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.error()).isEqualTo("Only owners may close " + room + ".");
        ada.ctl("room", "destroy", room, "--text", "release 2.14 is out");
        bob.client()
                .await(
                        "why",
                        SOON,
                        () -> reason(bob).equals("The room " + room + " was closed for good: release 2.14 is out"));
        assertThat(Answer.each(ada.ctl("room", "list"), "address")).doesNotContain(room);
        assertThat(Answer.each(ada.ctl("room", "browse"), "address")).doesNotContain(room);
        assertThat(bob.tryCtl("room", "join", room).exit()).isEqualTo(1);
        bob.ctl("room", "leave", room);
        assertThat(Answer.each(bob.ctl("room", "list"), "address")).doesNotContain(room);
    }

    @Test
    void aRoomThatWasLeftIsEnteredAgain() throws Exception {
        comes(bob, "bob");
        ada.ctl("room", "send", room, "hello");
        bob.client()
                .await(
                        "the words",
                        SOON,
                        () -> Answer.each(history(bob), "text").equals(List.of("hello")));
        bob.ctl("room", "leave", room);
        assertThat(Answer.each(bob.ctl("room", "list"), "address")).doesNotContain(room);
        comes(bob, "bob");
        assertThat(Answer.each(history(bob), "text")).containsExactly("hello");
    }

    // ---- invitations

    @Test
    void whoInvitedHearsThatSomebodyWontComeAndWhy() throws Exception {
        ada.ctl("room", "config", room, "--members-only", "on");
        declines("next week, perhaps", "--text", "next week, perhaps");
    }

    @Test
    void soDoesWhoInvitedIntoAnOpenRoom() throws Exception {
        declines(null);
    }

    private void declines(String text, String... words) throws Exception {
        ada.ctl("room", "invite", room, cleo.address());
        cleo.client()
                .await(
                        "an invitation",
                        SOON,
                        () -> Answer.each(cleo.ctl("room", "invitations"), "address")
                                .contains(room));
        String[] command = new String[3 + words.length];
        System.arraycopy(new String[] {"room", "decline", room}, 0, command, 0, 3);
        System.arraycopy(words, 0, command, 3, words.length);
        cleo.ctl(command);
        ada.client().await("declined", SOON, () -> declined() != null);
        assertThat(declined().get("from").getAsString()).isEqualTo(cleo.address());
        assertThat(declined().has("text") ? declined().get("text").getAsString() : null)
                .isEqualTo(text);
    }

    private JsonObject declined() {
        return ada.client().declined().stream()
                .filter(event -> event.get("room").getAsString().equals(room))
                .findFirst()
                .orElse(null);
    }

    // ---- words for what the tests say

    private boolean is(Person asked, String nick, String field, String value) throws Exception {
        JsonObject seen = occupant(asked, nick);
        return seen != null && seen.get(field).getAsString().equals(value);
    }

    private String reason(Person one) throws Exception {
        return one.ctl("room", "list").stream()
                .filter(line -> line.get("address").getAsString().equals(room) && line.has("reason"))
                .map(line -> line.get("reason").getAsString())
                .findFirst()
                .orElse("");
    }

    private List<JsonObject> history(Person one) throws Exception {
        return one.ctl("chat", "history", room, "--limit", "100");
    }

    private List<String> states(Person one) throws Exception {
        return Answer.each(history(one), "state");
    }

    private JsonObject occupant(Person one, String nick) throws Exception {
        return one.ctl("room", "people", room).stream()
                .filter(line -> line.get("nick").getAsString().equals(nick))
                .findFirst()
                .orElse(null);
    }
}
