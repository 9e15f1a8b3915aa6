package org.lamplight.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.ForeignClient;
import org.lamplight.lab.ForeignPair;
import org.lamplight.lab.Part;
import org.lamplight.lab.Person;
import org.lamplight.lab.Requires;

/** What can be done with messages, between ours and another client: slixmpp. */
@Requires({Part.PROSODY, Part.SLIXMPP})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignChatTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String BOB = "bob@localhost";
    private static final String THUMB = "\uD83D\uDC4D";

    private ForeignPair pair;
    private Person ada;
    private ForeignClient bob;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        pair = ForeignPair.online(ForeignChatTest.class, "bob.py", folder);
        ada = pair.ada();
        bob = pair.bob();
    }

    @AfterAll
    void end() throws Exception {
        if (pair != null) {
            pair.close();
        }
    }

    private JsonObject adaSees(String what, Predicate<JsonObject> wanted) throws Exception {
        ada.client()
                .await(
                        what,
                        SOON,
                        () -> ada.ctl("chat", "history", BOB).stream().anyMatch(wanted));
        return ada.ctl("chat", "history", BOB).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static Predicate<JsonObject> text(String text) {
        return line -> line.get("text").getAsString().equals(text);
    }

    private String send(String text) throws Exception {
        return Answer.each(ada.ctl("chat", "send", BOB, text), "id").get(0);
    }

    /** His message, and the id that he knows it by. */
    private String heard(String text) throws Exception {
        bob.say(text);
        adaSees(text, text(text));
        return bob.field("\"sent\": \"" + text + "\"", "id");
    }

    @Test
    void oursIsCorrected() throws Exception {
        String id = send("a wrogn word of ada");
        ada.ctl("chat", "correct", BOB, id, "a right word of ada");
        assertThat(bob.field("a right word of ada", "replaces")).isEqualTo(id);
    }

    @Test
    void hisIsCorrected() throws Exception {
        String id = heard("a wrogn word of bob");
        bob.say("/correct " + id + " a right word of bob");
        assertThat(adaSees("the correction", text("a right word of bob")).has("replaces"))
                .isTrue();
        assertThat(Answer.each(ada.ctl("chat", "history", BOB), "text")).doesNotContain("a wrogn word of bob");
    }

    @Test
    void reactionsGoBothWays() throws Exception {
        String mine = send("like this");
        bob.sees("like this");
        bob.say("/react " + mine + " " + THUMB);
        adaSees("his reaction", line -> text("like this").test(line) && line.has("reactions"));
        String his = heard("and this");
        ada.ctl("chat", "react", BOB, his, THUMB, "\u2764");
        String seen = bob.sees("\"reacted\": \"" + his + "\"");
        assertThat(seen).contains("\\ud83d\\udc4d").contains("\\u2764");
    }

    @Test
    void answersGoBothWays() throws Exception {
        String mine = send("which room?");
        bob.sees("which room?");
        bob.say("/reply " + mine + " room four");
        assertThat(adaSees("his answer", text("room four")).get("replyTo").getAsString())
                .isEqualTo(mine);
        String his = heard("and when?");
        ada.ctl("chat", "reply", BOB, his, "at ten");
        assertThat(bob.field("at ten", "answers")).isEqualTo(his);
        assertThat(bob.field("at ten", "said")).isEqualTo("> and when?\\nat ten");
    }

    @Test
    void retractionsGoBothWays() throws Exception {
        String mine = send("not for you, bob");
        bob.sees("not for you, bob");
        ada.ctl("chat", "retract", BOB, mine);
        bob.sees("\"retracted\": \"" + mine + "\"");
        String his = heard("not for you, ada");
        bob.say("/retract " + his);
        ada.client().await("it is gone", SOON, () -> {
            List<JsonObject> lines = ada.ctl("chat", "history", BOB);
            return lines.stream().noneMatch(text("not for you, ada"))
                    && lines.stream().anyMatch(line -> line.has("retracted"));
        });
    }

    @Test
    void markersGoBothWays() throws Exception {
        String mine = send("read this");
        bob.sees("read this");
        bob.say("/displayed " + mine);
        adaSees(
                "that he read it",
                line -> text("read this").test(line)
                        && line.get("state").getAsString().equals("read"));
        String his = heard("read that");
        ada.ctl("chat", "read", BOB);
        bob.sees("\"displayed\": \"" + his + "\"");
    }
}
