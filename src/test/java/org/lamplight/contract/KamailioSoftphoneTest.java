package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.lab.Baresip;
import org.lamplight.lab.BaresipKind;
import org.lamplight.lab.BaresipKind.Srtp;
import org.lamplight.lab.BaresipKind.Transport;
import org.lamplight.lab.CallingClient;
import org.lamplight.lab.Heard;
import org.lamplight.lab.Kamailio;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.media.Sound;

/** Calls as people make them, over a telephone system and to telephones that are not ours. */
@Requires(Part.SIP)
@Tag("real-time")
class KamailioSoftphoneTest {
    private static final BaresipKind PHONE = BaresipKind.USUAL;
    private static final Duration SOME = Duration.ofMillis(1_500);
    private static final Duration SPOKEN = Duration.ofSeconds(3);
    private static final Duration HELD = Duration.ofMillis(800);
    private static final double SILENT = -70;

    @TempDir
    private static Path all;

    private static Kamailio server;
    private static CallingClient ada;
    private static final Map<Transport, String> LINES = new EnumMap<>(Transport.class);

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = new Kamailio(all.resolve("server"));
        ada = new CallingClient(all.resolve("ada"), Heard.of(Sound.speech(48_000, 10, 11), 48_000));
        LINES.put(Transport.UDP, line("ada", "udp", server.port(), "optional"));
        LINES.put(Transport.TCP, line("cleo", "tcp", server.port(), "off"));
        LINES.put(Transport.TLS, line("dan", "tls", server.tlsPort(), "optional"));
    }

    private static String line(String user, String transport, int port, String srtp) throws Exception {
        return ada.addLine(
                user,
                Kamailio.password(user),
                "address = " + user + "@localhost",
                "registrar = 127.0.0.1:" + port,
                "proxy = 127.0.0.1:" + port,
                "transport = " + transport,
                "srtp = " + srtp,
                "trust = " + server.trust());
    }

    @AfterAll
    static void end() throws Exception {
        try (Kamailio ends = server;
                CallingClient endsFirst = ada) {
            assertThat(endsFirst.process().process().isAlive()).isTrue();
        }
    }

    static Stream<BaresipKind> everyWay() {
        return Stream.of(
                PHONE.with(BaresipKind.OPUS),
                PHONE.by(Transport.TCP).with(BaresipKind.G722),
                PHONE.by(Transport.TLS).with(BaresipKind.PCMU).with(Srtp.SDES),
                PHONE.with(BaresipKind.PCMA));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void speechGoesBothWays(BaresipKind kind) throws Exception {
        try (Baresip bob = phone("bob", kind.saying(21).answering())) {
            String id = ada.dial("sip:bob@localhost", LINES.get(kind.transport()));
            ada.awaitState(id, "connected");
            bob.awaitSound(SOME);
            String codec = kind.codecs().get(0).split("/", 2)[0].toLowerCase(Locale.ROOT);
            ada.await(
                    "measured",
                    () -> ada.call(id)
                            .filter(call -> call.has("media")
                                    && call.getAsJsonObject("media").has("audio"))
                            .isPresent());
            JsonObject media = ada.call(id).orElseThrow().getAsJsonObject("media");
            assertThat(media.get("audio").getAsString().toLowerCase(Locale.ROOT))
                    .startsWith(codec);
            assertThat(media.get("secure").getAsString()).isEqualTo(kind.srtp() == Srtp.SDES ? "sdes" : "none");
            ada.ctl("call", "hangup", id);
            bob.awaitClosed();
            ada.awaitState(id, "ended");
            BothWays.assertHears(bob.heard(), ada.says());
            BothWays.assertHears(ada.heard(id), bob.says());
        }
    }

    @Test
    void whoCallsIsNamedAndIsTalkedWith() throws Exception {
        try (Baresip bob = phone("bob", PHONE.saying(22))) {
            bob.dial(Kamailio.address("ada"));
            JsonObject rings = ada.awaitIncoming();
            assertThat(rings.getAsJsonObject("remote").get("uri").getAsString()).contains("bob@localhost");
            assertThat(status()).isEqualTo("ringing");
            String id = rings.get("id").getAsString();
            bob.awaitRinging();
            ada.ctl("call", "answer", id);
            bob.awaitEstablished();
            ada.awaitState(id, "connected");
            assertThat(status()).isEqualTo("on-the-phone");
            bob.awaitSound(SOME);
            bob.hangup();
            ada.awaitState(id, "ended");
            BothWays.assertHears(ada.heard(id), bob.says());
            ada.await("the own status is back", () -> status().equals("available"));
            List<JsonObject> log = ada.ctl("call", "log", "--limit", "1");
            assertThat(log.get(0).get("id").getAsString()).isEqualTo(id);
            assertThat(log.get(0).get("missed").getAsBoolean()).isFalse();
        }
    }

    private static String status() throws Exception {
        return ada.ctl("status").get(0).get("status").getAsString();
    }

    @Test
    void whoIsHeldHearsNothingUntilItGoesOn() throws Exception {
        try (Baresip bob = phone("bob", PHONE.answering().echoing())) {
            String id = ada.dial("sip:bob@localhost", LINES.get(Transport.UDP));
            ada.awaitState(id, "connected");
            bob.awaitSound(SOME);
            ada.ctl("call", "hold", id);
            ada.awaitState(id, "held");
            long held = System.nanoTime();
            ada.await("held for a while", () -> System.nanoTime() - held > HELD.toNanos());
            Baresip.Packets before = bob.packets();
            ada.ctl("call", "resume", id);
            ada.awaitState(id, "connected");
            bob.awaitSound(SOME, before);
            bob.hold();
            ada.awaitState(id, "held-by-peer");
            bob.resume();
            ada.awaitState(id, "connected");
            ada.ctl("call", "hangup", id);
            bob.awaitClosed();
            assertThat(bob.heard().longestGap(SILENT)).isGreaterThan(HELD.minusMillis(200));
        }
    }

    @Test
    void keysArriveInOrderBothWays() throws Exception {
        try (Baresip bob = phone("bob", PHONE.answering().saying(25))) {
            String id = ada.dial("sip:bob@localhost", LINES.get(Transport.UDP));
            ada.awaitState(id, "connected");
            bob.awaitEstablished();
            ada.ctl("call", "dtmf", id, "0#9");
            assertThat(bob.awaitKeys(3)).isEqualTo("0#9");
            String before = ada.process().keys();
            bob.press("5*7");
            ada.await("keys heard", () -> ada.process().keys().equals(before + "5*7"));
            ada.ctl("call", "hangup", id);
            bob.awaitClosed();
        }
    }

    @Test
    void aTransferConnectsTheOtherTwo() throws Exception {
        try (Baresip bob = phone("bob", PHONE.answering().saying(23));
                Baresip eve = phone("eve", PHONE.answering().saying(24))) {
            String id = ada.dial("sip:bob@localhost", LINES.get(Transport.UDP));
            ada.awaitState(id, "connected");
            bob.awaitEstablished();
            ada.ctl("call", "transfer", id, "sip:eve@localhost");
            eve.awaitEstablished();
            ada.awaitState(id, "ended");
            eve.awaitSound(SOME);
            eve.hangup();
            eve.awaitClosed();
            BothWays.assertHears(eve.heard(), bob.says());
        }
    }

    @Test
    void mergedCallsHearEachOtherAndNotThemselves() throws Exception {
        try (Baresip bob = phone("bob", PHONE.saying(41).with(BaresipKind.OPUS));
                Baresip eve = phone("eve", PHONE.saying(42).with(BaresipKind.PCMA))) {
            String bobs = ada.dial("sip:bob@localhost", LINES.get(Transport.UDP));
            bob.awaitIncoming();
            // both ring, so that neither is held for the other: a recording of baresip's ends with a hold
            String eves = ada.dial("sip:eve@localhost", LINES.get(Transport.TCP));
            eve.awaitIncoming();
            bob.accept();
            eve.accept();
            ada.awaitState(bobs, "connected");
            ada.awaitState(eves, "connected");
            ada.ctl("call", "merge", bobs, eves);
            assertThat(conference(bobs)).isNotEmpty().isEqualTo(conference(eves));
            ada.ctl("call", "mute", eves);
            assertThat(ada.call(bobs).orElseThrow().get("muted").getAsBoolean()).isTrue();
            bob.awaitSound(SPOKEN, bob.packets());
            ada.ctl("call", "hangup", eves);
            eve.awaitClosed();
            ada.awaitState(eves, "ended");
            assertThat(conference(bobs)).isEmpty();
            ada.ctl("call", "unmute", bobs);
            bob.awaitSound(SOME, bob.packets());
            ada.ctl("call", "hangup", bobs);
            bob.awaitClosed();
            ada.awaitState(bobs, "ended");
            BothWays.assertHears(bob.heard(), eve.says());
            BothWays.assertHears(bob.heard(), ada.says());
            BothWays.assertHears(eve.heard(), bob.says());
            BothWays.assertHears(ada.heard(bobs), bob.says());
            BothWays.assertHears(ada.heard(eves), eve.says());
            BothWays.assertDoesNotHear(bob.heard(), bob.says());
            BothWays.assertDoesNotHear(eve.heard(), eve.says());
        }
    }

    private static String conference(String id) throws Exception {
        return ada.call(id)
                .filter(call -> call.has("conference"))
                .map(call -> call.get("conference").getAsString())
                .orElse("");
    }

    @Test
    void whatDoesNotComeAboutIsSaidPlainly() throws Exception {
        try (Baresip bob = phone("bob", PHONE)) {
            String busy = ada.dial("sip:bob@localhost", LINES.get(Transport.UDP));
            bob.awaitIncoming();
            ada.awaitState(busy, "ringing");
            bob.hangup();
            ada.awaitState(busy, "ended");
            assertThat(cause(busy).get("code").getAsInt()).isEqualTo(486);
            String given = ada.dial("sip:bob@localhost", LINES.get(Transport.TCP));
            bob.awaitIncoming();
            ada.awaitState(given, "ringing");
            ada.ctl("call", "hangup", given);
            bob.awaitClosed();
            ada.awaitState(given, "ended");
        }
        String nobody = ada.dial("6999", LINES.get(Transport.UDP));
        ada.awaitState(nobody, "ended");
        assertThat(cause(nobody).get("code").getAsInt()).isEqualTo(404);
        assertThat(cause(nobody).get("text").getAsString()).isNotBlank();
    }

    private static JsonObject cause(String id) throws Exception {
        return ada.call(id).orElseThrow().getAsJsonObject("cause");
    }

    @Test
    void whoIsDeclinedHearsIt() throws Exception {
        try (Baresip bob = phone("bob", PHONE)) {
            bob.dial(Kamailio.address("ada"));
            String id = ada.awaitIncoming().get("id").getAsString();
            ada.ctl("call", "decline", id);
            assertThat(bob.awaitClosed()).startsWith("603");
            ada.awaitState(id, "ended");
            bob.dial(Kamailio.address("ada"));
            String given = ada.awaitIncoming().get("id").getAsString();
            bob.hangup();
            ada.awaitState(given, "ended");
            List<JsonObject> missed = ada.ctl("call", "log", "--missed", "--limit", "1");
            assertThat(missed.get(0).get("id").getAsString()).isEqualTo(given);
        }
    }

    private Baresip phone(String user, BaresipKind kind) throws Exception {
        return new Baresip(folder.resolve(user), server, user, kind);
    }
}
