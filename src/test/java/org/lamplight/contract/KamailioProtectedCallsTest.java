package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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
@Tag("real-time")
class KamailioProtectedCallsTest {
    private static final Duration SOME = Duration.ofMillis(1_500);
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
        byUdp = BothWays.line(
                ada, server, "ada", server.port(), "transport = udp", "srtp = required", "srtp-keys = dtls");
        byTls = BothWays.line(ada, server, "dan", server.tlsPort(), "transport = tls");
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
            BothWays.assertSecure(ada, id);
            ada.ctl("call", "hold", id);
            ada.awaitState(id, "held");
            Baresip.Packets before = bob.packets();
            ada.ctl("call", "resume", id);
            ada.awaitState(id, "connected");
            bob.awaitSound(SOME, before);
            BothWays.assertSecure(ada, id);
            ada.ctl("call", "hangup", id);
            bob.awaitClosed();
            BothWays.assertBothHeard(ada, id, bob);
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
            BothWays.assertSecure(ada, id);
            bob.hangup();
            BothWays.assertBothHeard(ada, id, bob);
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

    private Baresip phone(String user, BaresipKind kind) throws Exception {
        return new Baresip(folder.resolve(user), server, user, kind);
    }
}
