package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.CallingClient;
import org.lamplight.lab.ClientProcess;
import org.lamplight.lab.Heard;
import org.lamplight.lab.Jar;
import org.lamplight.media.Sound;
import org.lamplight.office.sip.SipServer;

/** Links that other programs hand over, and numbers that are rewritten, in the whole client. */
class LinkedCallsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private static Path all;

    private static SipServer server;
    private static CallingClient ada;
    private static CallingClient bob;

    @BeforeAll
    static void start() throws Exception {
        server = OfficeLines.open(
                OfficeLines.account("ada", "Ada Lovelace", "6001", false),
                OfficeLines.account("bob", "Bob", "6002", false));
        ada = new CallingClient(all.resolve("ada"), Heard.of(Sound.speech(48_000, 10, 31), 48_000));
        bob = new CallingClient(all.resolve("bob"), Heard.of(Sound.speech(48_000, 10, 32), 48_000));
        OfficeLines.add(ada, server, "ada");
        OfficeLines.add(bob, server, "bob");
    }

    @AfterAll
    static void end() throws Exception {
        ada.close();
        bob.close();
        server.close();
    }

    /** Ends what a test left, and has the next link count as one of its own. */
    @AfterEach
    void hangUp() throws Exception {
        for (JsonObject call : going()) {
            ada.ctl("call", "hangup", call.get("id").getAsString());
        }
        awaits("all is over", () -> going().isEmpty());
    }

    private static void awaits(String what, Callable<Boolean> holds) throws Exception {
        ada.process().await(what, SOON, holds);
    }

    private static List<JsonObject> going() throws Exception {
        return ada.ctl("call", "list").stream()
                .filter(call -> !call.get("state").getAsString().equals("ended"))
                .toList();
    }

    private static Answer open(String uri) throws Exception {
        return ada.process().ask("open", "uri", uri);
    }

    /** Another start of the program, as a browser or a desktop makes it. */
    private static int startWith(String uri) throws Exception {
        Process second = new ProcessBuilder(
                        Jar.command("--profile", ada.process().profile().toString(), "--headless", uri))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return second.exitValue();
    }

    @Test
    void aLinkThatIsHandedOverCallsOnce() throws Exception {
        assertThat(startWith("tel:6002")).isZero();
        String incoming = bob.awaitIncoming().get("id").getAsString();
        assertThat(going()).hasSize(1);
        assertThat(open("tel:6002").exit()).isZero();
        assertThat(going()).hasSize(1);
        bob.ctl("call", "decline", incoming);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tel:*21*6009%23",
                "sip:%2a21%2a6009%23@localhost",
                "tel:112",
                "callto:tel:112",
                "tel:tel:0900123456",
                "tel:0049900123456",
                "tel:11880",
                "sip:x@localhost;@evil.example",
                "tel:x%40localhost%3B%40evil.example",
                "sip:203.0.113.9",
                "sip:a1.cc",
                "callto:%20sip:evil.example",
                "tel:+49900123456",
                "sip:0900123456@localhost",
                "callto:1234567890123456",
                "sip:bob@elsewhere.example",
                "sip:elsewhere.example",
                "SIPS:elsewhere.example;transport=tcp",
                "tel:7042;phone-context=elsewhere.example"
            })
    void whatIsDearOrOddCallsNobodyUnasked(String uri) throws Exception {
        Answer answer = open(uri);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.error()).startsWith("Nobody is here who could be asked");
        assertThat(going()).isEmpty();
    }

    @Test
    void hostileLinksCallNobodyAndBreakNothing() throws Exception {
        ada.ctl("settings", "dial.ask", "always");
        try {
            Random random = new Random(6);
            String letters = "telsipcao:/;=,.+-()%0123456789*#@$`'\"&|<>?\\ \u00e4\u202e\n";
            for (int i = 0; i < 500; i++) {
                StringBuilder uri = new StringBuilder(
                        List.of("tel:", "sip:", "sips:", "callto:").get(i % 4));
                random.ints(1 + random.nextInt(80), 0, letters.length()).forEach(at -> uri.append(letters.charAt(at)));
                assertThat(open(uri.toString()).exit()).isEqualTo(1);
            }
            assertThat(going()).isEmpty();
        } finally {
            ada.ctl("settings", "dial.ask", "unusual");
        }
    }

    @Test
    void whoStartsWithALinkCallsAsSoonAsThereIsALine() throws Exception {
        Path profile = all.resolve("cleo/profile");
        Files.createDirectories(profile.resolve("accounts"));
        Files.writeString(
                profile.resolve("accounts/work.properties"),
                "kind = sip\n" + String.join("\n", OfficeLines.keys(server, "ada")) + "\n");
        try (ClientProcess process =
                ClientProcess.startWith(profile, Map.of("LAMPLIGHT_PASSWORD_WORK", "secret-ada"), "tel:6002")) {
            JsonObject incoming = bob.awaitIncoming();
            assertThat(incoming.get("remote").getAsJsonObject().get("uri").getAsString())
                    .contains("ada");
            bob.ctl("call", "decline", incoming.get("id").getAsString());
        }
    }

    @Test
    void numbersAreRewrittenAsTheFileSays() throws Exception {
        Path file = ada.process().profile().resolve("dialplan.rules");
        Files.writeString(file, "starts 00 strip 2 prefix +\nmatch 2(\\d{3}) as 6$1\n");
        awaits("it counts", () -> plan("2002").has("rule"));
        assertThat(plan("2002").get("target").getAsString()).isEqualTo("6002");
        assertThat(plan("0049 711 123 ext 4").toString()).contains("+49711123", "\"4\"");
        ada.ctl("call", "dial", "2002");
        bob.ctl("call", "decline", bob.awaitIncoming().get("id").getAsString());
        Files.writeString(file, "nonsense\n");
        awaits("what counted before goes on", () -> plan("2002").has("rule"));
        Files.delete(file);
        awaits("nothing is rewritten", () -> !plan("2002").has("rule"));
    }

    private static JsonObject plan(String typed) throws Exception {
        return ada.ctl("call", "plan", typed).get(0);
    }

    /** Whoever is reached hears the extension a second after answering. */
    @Test
    void anExtensionIsPressedOnceSomebodyAnswers() throws Exception {
        String id = ada.ctl("call", "dial", "6002 ext 42").get(0).get("id").getAsString();
        String incoming = bob.awaitIncoming().get("id").getAsString();
        bob.ctl("call", "answer", incoming);
        ada.awaitState(id, "connected");
        bob.process().await("it is heard", SOON, () -> bob.process().keys().equals("42"));
    }
}
