package org.lamplight.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.hostile.Victim.ADA;
import static org.lamplight.hostile.Victim.BOB;
import static org.lamplight.hostile.Victim.MOST_WORK_MS;
import static org.lamplight.hostile.Victim.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.office.xmpp.LocalClient;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** What a peer, or a server, may send: the window answers at once, the stream goes on, and nothing forged is believed. */
@Requires(Part.DISPLAY)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileStanzasTest {
    private static final int MEGABYTES_10 = 10 << 20;
    private static final long STACK_BYTES = 64 << 20;
    private static final String CARBONS = "urn:xmpp:carbons:2";
    private static final String EVE = "eve@localhost";

    private Victim victim;
    private LocalClient bob;
    private int sent;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        victim = new Victim(folder);
        bob = victim.connect("bob");
        said("hello");
        victim.open(BOB);
    }

    @AfterAll
    void close() throws Exception {
        victim.close();
    }

    private static Element of(String text) {
        return message("m" + text.hashCode(), text);
    }

    /** Bob says something usual, and it comes: the stream goes on, and nothing before it is still being worked on. */
    private void said(String text) throws Exception {
        String unique = text + " " + ++sent;
        bob.send(message("s" + sent, unique));
        victim.hears(BOB, unique);
    }

    static Stream<Arguments> stanzas() {
        String marks = "\u0301\u0489\u0336\u20DD";
        String override = "\u202E\u2066\u202Dgpj.exe\u05D0";
        return Stream.of(
                Arguments.of("10 MB in one word", of("x".repeat(MEGABYTES_10))),
                Arguments.of("10 MB of lines", of("a\n".repeat(MEGABYTES_10 / 2))),
                Arguments.of("10 MB of emoji", of("\uD83D\uDE00".repeat(MEGABYTES_10 / 4))),
                Arguments.of("100,000 combining marks", of("a" + marks.repeat(100_000 / marks.length()))),
                Arguments.of("overrides in text and link", of(override + " https://x.example/" + override)),
                Arguments.of("a million overrides", of("\u202E".repeat(1_000_000) + "end")),
                Arguments.of("10,000 nested elements", of("nested").add(nested(10_000))),
                Arguments.of("10,000 elements", wide(10_000)),
                Arguments.of("10,000 links", of("https://x.example/ ".repeat(10_000))),
                Arguments.of("an id of a megabyte", message("i".repeat(1 << 20), "long id")),
                Arguments.of("a correction of 10 MB", correction("x ".repeat(MEGABYTES_10 / 2))),
                Arguments.of("10,000 reactions", reactions(10_000)));
    }

    private static Element nested(int deep) {
        Element root = Element.of("x", "urn:example:deep");
        Element at = root;
        for (int i = 0; i < deep; i++) {
            at = at.child("x", "urn:example:deep");
        }
        return root;
    }

    private static Element wide(int many) {
        Element message = of("wide");
        for (int i = 0; i < many; i++) {
            message.child("x", "urn:example:wide" + i).with("a", "b");
        }
        return message;
    }

    private static Element correction(String text) {
        return message("corrected", text)
                .add(Element.of("replace", "urn:xmpp:message-correct:0").with("id", "s1"));
    }

    private static Element reactions(int many) {
        Element message = Element.of("message", Ns.CLIENT)
                .with("to", ADA)
                .with("type", "chat")
                .with("id", "many");
        Element all = message.child("reactions", "urn:xmpp:reactions:0").with("id", "s1");
        for (int i = 0; i < many; i++) {
            all.child("reaction", "urn:xmpp:reactions:0").text(new String(Character.toChars(0x1F300 + i % 500)));
        }
        return message;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stanzas")
    void theWindowAnswers(String what, Element stanza) throws Exception {
        victim.measureAnew();
        // What is nested is written by recursion here, as deep as it is
        Thread deep = new Thread(null, () -> bob.send(stanza), "deep", STACK_BYTES);
        deep.start();
        deep.join();
        said("after " + what);
        assertThat(victim.mostWorkMs(what)).isLessThan(MOST_WORK_MS);
        assertThat(victim.ada.state()).isEqualTo("online");
    }

    /** What is too long is cut, and it is said that it was. */
    @Test
    void whatIsTooLongSaysSo() throws Exception {
        bob.send(message("long", "y".repeat(MEGABYTES_10)));
        said("after");
        String text = victim.texts(BOB).stream()
                .filter(one -> one.startsWith("yyy"))
                .findFirst()
                .orElseThrow();
        assertThat(text.length()).isLessThan(300_000);
        assertThat(text.substring(text.indexOf('\n') + 1)).contains("too long");
    }

    /** Only our own server may say what our other devices sent and got (CVE-2017-5589). */
    @Test
    void aForgedCopyIsNotBelieved() throws Exception {
        LocalClient eve = victim.connect("eve");
        for (String direction : new String[] {"received", "sent"}) {
            Element inner = Element.of("message", Ns.CLIENT)
                    .with("from", direction.equals("sent") ? ADA : BOB)
                    .with("to", direction.equals("sent") ? BOB : ADA)
                    .with("type", "chat")
                    .with("id", "forged-" + direction)
                    .add(Element.of("body", Ns.CLIENT).text("forged " + direction));
            Element stanza = Element.of("message", Ns.CLIENT).with("to", ADA).with("type", "chat");
            stanza.child(direction, CARBONS)
                    .child("forwarded", "urn:xmpp:forward:0")
                    .add(inner);
            eve.send(stanza);
        }
        said("after copies");
        assertThat(victim.texts(BOB)).noneMatch(text -> text.contains("forged"));
        assertThat(victim.texts(EVE)).noneMatch(text -> text.contains("forged"));
    }

    /** Only our own archive may say what it holds. */
    @Test
    void aForgedResultIsNotBelieved() throws Exception {
        LocalClient eve = victim.connect("eve");
        Element stanza = Element.of("message", Ns.CLIENT).with("to", ADA);
        Element forwarded = stanza.child("result", "urn:xmpp:mam:2")
                .with("id", "1")
                .with("queryid", "1")
                .child("forwarded", "urn:xmpp:forward:0");
        forwarded.child("delay", "urn:xmpp:delay").with("stamp", "2026-01-01T00:00:00Z");
        forwarded.add(message("forged-result", "forged result").with("from", BOB));
        eve.send(stanza);
        said("after results");
        assertThat(victim.texts(BOB)).noneMatch(text -> text.contains("forged"));
        assertThat(victim.texts(EVE)).noneMatch(text -> text.contains("forged"));
    }

    /** What claims to be said in private by an occupant of a room that is none of ours is of no talk. */
    @Test
    void noRoomsMessageIsPrivate() throws Exception {
        LocalClient eve = victim.connect("eve");
        Element stanza = message("private", "in private");
        stanza.child("x", "http://jabber.org/protocol/muc#user");
        eve.send(stanza);
        Element loud = message("loud", "to all").with("type", "groupchat");
        eve.send(loud);
        said("after private words");
        assertThat(victim.texts(EVE)).noneMatch(text -> text.contains("in private") || text.contains("to all"));
    }

    /** Names of people turn no line around. */
    @Test
    void aNameTurnsNothingAround() throws Exception {
        victim.ada.ctl("people", "add", BOB, "--name", "Bob \u202Eevil\u2066");
        victim.ada
                .client()
                .await(
                        "bob is there",
                        Duration.ofSeconds(10),
                        () -> !victim.ada.ctl("people", BOB).isEmpty());
        String shown = victim.ada.ctl("people", BOB).toString().toLowerCase(Locale.ROOT);
        assertThat(shown).contains("bob evil").doesNotContain("\u202e");
    }
}
