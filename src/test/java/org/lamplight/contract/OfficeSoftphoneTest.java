package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.CallingClient;
import org.lamplight.lab.Heard;
import org.lamplight.media.Sound;
import org.lamplight.office.sip.SipServer;
import org.lamplight.office.sip.line.PlacedCall;

/** Calls as people make them, in the office. */
@Tag("real-time")
class OfficeSoftphoneTest {
    private static final Duration PIECE = Duration.ofMillis(300);

    @TempDir
    private static Path all;

    private static SipServer server;
    private static CallingClient ada;
    private static CallingClient bob;
    private static String adas;
    private static String bobs;

    @BeforeAll
    static void start() throws Exception {
        server = OfficeLines.open(
                OfficeLines.account("ada", "Ada Lovelace", "6001", false),
                OfficeLines.account("bob", "Bob", "6002", false),
                OfficeLines.account("cleo", "Cleo", "6003", true),
                OfficeLines.account("dan", "Dan", "6004", false));
        ada = new CallingClient(all.resolve("ada"), Heard.of(Sound.speech(48_000, 10, 31), 48_000));
        bob = new CallingClient(all.resolve("bob"), Heard.of(Sound.speech(48_000, 10, 32), 48_000));
        adas = OfficeLines.add(ada, server, "ada", "transport = udp");
        bobs = OfficeLines.add(bob, server, "bob", "transport = tcp");
        OfficeLines.add(bob, server, "dan", "transport = udp");
    }

    @AfterAll
    static void end() throws Exception {
        ada.close();
        bob.close();
        server.close();
    }

    @Test
    void theEchoComesBack() throws Exception {
        String id = ada.dial("echo", adas);
        ada.awaitState(id, "connected");
        awaitSound(ada, id);
        ada.ctl("call", "hangup", id);
        ada.awaitState(id, "ended");
        Heard heard = ada.heard(id);
        assertThat(heard.bestLikeness(ada.says(), PIECE).correlation()).isGreaterThan(0.9);
    }

    /** Until about a second of sound came. */
    private static void awaitSound(CallingClient client, String id) throws Exception {
        long begin = System.nanoTime();
        client.await(
                "it sounds",
                () -> System.nanoTime() - begin > Duration.ofMillis(1_500).toNanos()
                        && client.call(id)
                                .filter(call -> call.has("media"))
                                .filter(call -> call.getAsJsonObject("media").has("audio"))
                                .isPresent());
    }

    @Test
    void twoPeopleTalkHoldAndHangUp() throws Exception {
        String out = ada.dial("6002", adas);
        JsonObject rings = bob.awaitIncoming();
        String in = rings.get("id").getAsString();
        assertThat(rings.getAsJsonObject("remote").get("uri").getAsString()).contains("ada@localhost");
        ada.awaitState(out, "ringing");
        bob.ctl("call", "answer", in);
        ada.awaitState(out, "connected");
        bob.awaitState(in, "connected");
        awaitSound(bob, in);
        bob.ctl("call", "hold", in);
        ada.awaitState(out, "held-by-peer");
        bob.awaitState(in, "held");
        bob.ctl("call", "resume", in);
        ada.awaitState(out, "connected");
        ada.ctl("call", "hangup", out);
        bob.awaitState(in, "ended");
        ada.awaitState(out, "ended");
        assertThat(bob.heard(in).bestLikeness(ada.says(), PIECE).correlation()).isGreaterThan(0.9);
        assertThat(ada.heard(out).bestLikeness(bob.says(), PIECE).correlation()).isGreaterThan(0.9);
    }

    @Test
    void whoIsMutedIsSilent() throws Exception {
        String out = ada.dial("6002", adas);
        String in = bob.awaitIncoming().get("id").getAsString();
        ada.ctl("call", "mute", out);
        bob.ctl("call", "answer", in);
        ada.awaitState(out, "connected");
        awaitSound(bob, in);
        assertThat(ada.call(out).orElseThrow().get("muted").getAsBoolean()).isTrue();
        bob.ctl("call", "hangup", in);
        ada.awaitState(out, "ended");
        assertThat(bob.heard(in).level()).isLessThan(-80);
    }

    @Test
    void mergedCallsHearEachOtherUntilOneIsLeft() throws Exception {
        String bobsCall = ada.dial("6002", adas);
        String in = bob.awaitIncoming().get("id").getAsString();
        bob.ctl("call", "answer", in);
        ada.awaitState(bobsCall, "connected");
        String echo = ada.dial("echo", adas);
        ada.awaitState(echo, "connected");
        ada.awaitState(bobsCall, "held");
        ada.ctl("call", "merge", echo, bobsCall);
        bob.awaitState(in, "connected");
        ada.awaitState(bobsCall, "connected");
        assertThat(conference(echo)).isNotEmpty().isEqualTo(conference(bobsCall));
        ada.ctl("call", "mute", bobsCall);
        awaitSound(bob, in);
        awaitSound(bob, in);
        ada.ctl("call", "hold", echo);
        ada.awaitState(echo, "held");
        assertThat(conference(echo)).isNotEmpty();
        assertThat(stateOf(bobsCall)).isEqualTo("connected");
        ada.ctl("call", "resume", echo);
        ada.awaitState(echo, "connected");
        assertThat(stateOf(bobsCall)).isEqualTo("connected");
        ada.ctl("call", "hangup", echo);
        ada.awaitState(echo, "ended");
        assertThat(conference(bobsCall)).isEmpty();
        bob.ctl("call", "hangup", in);
        ada.awaitState(bobsCall, "ended");
        // what bob said came back to him by way of ada and the echo, coded three times; strange voices are alike by 0.6
        assertThat(bob.heard(in).bestLikeness(bob.says(), PIECE).correlation()).isGreaterThan(0.8);
    }

    private static String conference(String id) throws Exception {
        return ada.call(id)
                .filter(call -> call.has("conference"))
                .map(call -> call.get("conference").getAsString())
                .orElse("");
    }

    private static String stateOf(String id) throws Exception {
        return ada.call(id).orElseThrow().get("state").getAsString();
    }

    @Test
    void whatCantBeMergedIsRefusedInASentence() throws Exception {
        String id = ada.dial("echo", adas);
        ada.awaitState(id, "connected");
        String rings = ada.dial("no-answer", adas);
        assertThat(ada.process().ask("call", "merge").exit()).isEqualTo(2);
        assertRefused("One call alone", id);
        assertRefused("One call alone", id, id);
        assertRefused("none", id, "none");
        assertRefused("Nobody has answered", id, rings);
        assertThat(conference(id)).isEmpty();
        ada.ctl("call", "hangup", rings);
        ada.ctl("call", "hangup", id);
        ada.awaitState(id, "ended");
        assertThat(ada.ctl("lines").get(0).getAsJsonArray("can").toString()).contains("\"conference\"");
    }

    private static void assertRefused(String sentence, String... ids) throws Exception {
        List<String> words = new ArrayList<>(List.of("call", "merge"));
        words.addAll(List.of(ids));
        Answer answer = ada.process().ask(words.toArray(String[]::new));
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.error()).contains(sentence);
    }

    @Test
    void whatDoesNotComeAboutIsSaidPlainly() throws Exception {
        assertEnds("busy", 486);
        assertEnds("decline", 603);
        assertEnds("sip:nobody-at-all@localhost", 404);
        String id = ada.dial("no-answer", adas);
        ada.awaitState(id, "ringing");
        ada.ctl("call", "hangup", id);
        ada.awaitState(id, "ended");
        assertThat(cause(id).get("code").getAsInt()).isEqualTo(487);
    }

    private static void assertEnds(String target, int code) throws Exception {
        String id = ada.dial(target, adas);
        ada.awaitState(id, "ended");
        assertThat(cause(id).get("code").getAsInt()).as(target).isEqualTo(code);
        assertThat(cause(id).get("text").getAsString()).isNotBlank();
    }

    private static JsonObject cause(String id) throws Exception {
        return ada.call(id).orElseThrow().getAsJsonObject("cause");
    }

    @Test
    void anAnnouncementIsHeardBeforeAnybodyAnswers() throws Exception {
        String id = ada.dial("early", adas);
        ada.awaitState(id, "connected");
        ada.ctl("call", "hangup", id);
        ada.awaitState(id, "ended");
        assertThat(ada.heard(id).level()).isGreaterThan(-60);
    }

    @Test
    void aColleagueCallsAndIsTalkedWith() throws Exception {
        PlacedCall placed = server.call("cleo", "ada").get(10, TimeUnit.SECONDS);
        String id = ada.awaitIncoming().get("id").getAsString();
        ada.ctl("call", "answer", id);
        assertThat(placed.outcome().get(10, TimeUnit.SECONDS)).isEqualTo(200);
        ada.awaitState(id, "connected");
        awaitSound(ada, id);
        placed.hangUp();
        ada.awaitState(id, "ended");
        assertThat(ada.heard(id).level()).isGreaterThan(-60);
    }

    @Test
    void twoCallsAreConnectedWithEachOther() throws Exception {
        String first = ada.dial("6002", adas);
        String in = bob.awaitIncoming().get("id").getAsString();
        bob.ctl("call", "answer", in);
        ada.awaitState(first, "connected");
        String second = ada.dial("6004", adas);
        ada.awaitState(first, "held");
        String other = bob.awaitIncoming().get("id").getAsString();
        bob.ctl("call", "answer", other);
        ada.awaitState(second, "connected");
        ada.ctl("call", "transfer", first, "--with", second);
        ada.awaitState(first, "ended");
        ada.awaitState(second, "ended");
        bob.await("the two talk", () -> remotes().equals(Set.of("bob", "dan")));
        for (JsonObject call : going()) {
            bob.process().ask("call", "hangup", call.get("id").getAsString());
        }
        bob.await("it is over", () -> going().isEmpty());
    }

    private static List<JsonObject> going() throws Exception {
        return bob.ctl("call", "list").stream()
                .filter(call -> !call.get("state").getAsString().equals("ended"))
                .toList();
    }

    /** With whom bob's telephones speak. */
    private static Set<String> remotes() throws Exception {
        return going().stream()
                .map(call -> call.getAsJsonObject("remote").get("uri").getAsString())
                .map(uri -> uri.replaceFirst("sip:([a-z0-9]*)@.*", "$1"))
                .collect(Collectors.toSet());
    }

    @Test
    void aServerThatForgotUsIsToldAgain() throws Exception {
        String id = bob.dial("echo", bobs);
        bob.awaitState(id, "connected");
        server.cutConnections();
        bob.await(
                "registered again",
                () -> bob.ctl("lines").get(0).get("state").getAsString().equals("registered")
                        && server.registered("bob").get(10, TimeUnit.SECONDS) > 0);
        assertThat(bob.call(id).orElseThrow().get("state").getAsString()).isEqualTo("connected");
        bob.ctl("call", "hangup", id);
        bob.awaitState(id, "ended");
    }

    @Test
    void aWrongPasswordIsTriedOnceAndSaid() throws Exception {
        Path file = all.resolve("wrong.properties");
        Files.writeString(
                file, "kind = sip\n" + String.join("\n", OfficeLines.keys(server, "cleo", "transport = udp")) + "\n");
        Answer answer = ada.process().addAccount(file, "not-it");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.error()).contains("assword");
    }

    @Test
    void whatCantBeIsRefusedInASentence() throws Exception {
        assertThat(ada.process()
                        .ask("call", "dial", "6002", "--line", "softphone:none")
                        .error())
                .contains("softphone:none");
        assertThat(ada.process().ask("call", "hangup", "none").exit()).isEqualTo(1);
        assertThat(ada.process().ask("call", "dance").exit()).isEqualTo(2);
    }

    @Test
    void aLineSendsItsCallsOn() throws Exception {
        assertThat(ada.process()
                        .ask("call", "forward", "softphone:none", "all", "6002")
                        .exit())
                .isEqualTo(1);
        ada.ctl("call", "forward", adas, "all", "sip:dan@localhost");
        try {
            String id = bob.dial("sip:ada@localhost", bobs);
            // dan is at bob's too
            bob.ctl("call", "decline", bob.awaitIncoming().get("id").getAsString());
            bob.awaitState(id, "ended");
            JsonObject last = ada.ctl("call", "log", "--limit", "1").get(0);
            assertThat(last.getAsJsonObject("cause").get("code").getAsInt()).isEqualTo(302);
            assertThat(last.get("missed").getAsBoolean()).isFalse();
        } finally {
            ada.ctl("call", "forward", adas, "off");
        }
    }
}
