package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

/** Calls that only both ends can listen to, with telephones that are not ours. */
@Requires(Part.SIP)
class KamailioProtectedCallsTest {
    private static final Duration SOME = Duration.ofMillis(1_500);
    private static final Duration PIECE = Duration.ofMillis(300);
    private static final BaresipKind PHONE =
            BaresipKind.USUAL.with(BaresipKind.PCMA).with(Srtp.DTLS).saying(31);

    @TempDir
    private static Path all;

    private static Kamailio server;
    private static CallingClient ada;
    private static String byUdp;
    private static String byTls;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = new Kamailio(all.resolve("server"));
        ada = new CallingClient(all.resolve("ada"), Heard.of(Sound.speech(48_000, 10, 32), 48_000));
        byUdp = line("ada", server.port(), "transport = udp", "srtp = required", "srtp-keys = dtls");
        byTls = line("dan", server.tlsPort(), "transport = tls");
    }

    private static String line(String user, int port, String... keys) throws Exception {
        List<String> lines = new ArrayList<>(List.of(keys));
        lines.add("address = " + user + "@localhost");
        lines.add("registrar = 127.0.0.1:" + port);
        lines.add("proxy = 127.0.0.1:" + port);
        lines.add("trust = " + server.trust());
        return ada.addLine(user, Kamailio.password(user), lines.toArray(String[]::new));
    }

    @AfterAll
    static void end() throws Exception {
        try (Kamailio ends = server;
                CallingClient endsFirst = ada) {
            assertThat(endsFirst.process().process().isAlive()).isTrue();
        }
    }

    @Test
    void weCallAndHoldInBetween() throws Exception {
        try (Baresip bob = phone("bob", PHONE.answering())) {
            String id = ada.dial("sip:bob@localhost", byUdp);
            ada.awaitState(id, "connected");
            bob.awaitSound(SOME);
            assertSecure(id);
            ada.ctl("call", "hold", id);
            ada.awaitState(id, "held");
            Baresip.Packets before = bob.packets();
            ada.ctl("call", "resume", id);
            ada.awaitState(id, "connected");
            bob.awaitSound(SOME, before);
            assertSecure(id);
            ada.ctl("call", "hangup", id);
            bob.awaitClosed();
            assertBothHeard(id, bob);
        }
    }

    /** The line itself would have its keys from signalling: what the caller asks for counts. */
    @Test
    void weAreCalled() throws Exception {
        try (Baresip bob = phone("bob", PHONE.by(Transport.TLS))) {
            bob.dial(Kamailio.address("dan"));
            JsonObject rings = ada.awaitIncoming();
            assertThat(rings.get("line").getAsString()).isEqualTo(byTls);
            String id = rings.get("id").getAsString();
            bob.awaitRinging();
            ada.ctl("call", "answer", id);
            bob.awaitSound(SOME);
            assertSecure(id);
            bob.hangup();
            assertBothHeard(id, bob);
        }
    }

    @Test
    void whoHasNoProtectionIsNotCalled() throws Exception {
        try (Baresip bob = phone("bob", PHONE.with(Srtp.NONE).answering())) {
            String id = ada.dial("sip:bob@localhost", byUdp);
            ada.awaitState(id, "ended");
            assertThat(ada.call(id)
                            .orElseThrow()
                            .getAsJsonObject("cause")
                            .get("code")
                            .getAsInt())
                    .isEqualTo(488);
            bob.awaitClosed();
            bob.dial(Kamailio.address("ada"));
            String in = ada.awaitIncoming().get("id").getAsString();
            ada.ctl("call", "answer", in);
            assertThat(bob.awaitClosed()).startsWith("488");
        }
    }

    private static void assertSecure(String id) throws Exception {
        ada.await(
                "measured",
                () -> ada.call(id)
                        .map(call -> call.getAsJsonObject("media"))
                        .filter(media -> media != null
                                && media.has("secure")
                                && media.get("secure").getAsString().equals("dtls"))
                        .isPresent());
    }

    private static void assertBothHeard(String id, Baresip bob) throws Exception {
        ada.awaitState(id, "ended");
        assertHears(bob.heard(), ada.says());
        assertHears(ada.heard(id), bob.says());
    }

    private static void assertHears(Heard heard, Heard said) {
        assertThat(heard.level()).isBetween(-40.0, -10.0);
        assertThat(heard.bestLikeness(said, PIECE).correlation()).isGreaterThan(0.9);
    }

    private Baresip phone(String user, BaresipKind kind) throws Exception {
        return new Baresip(folder.resolve(user), server, user, kind);
    }
}
