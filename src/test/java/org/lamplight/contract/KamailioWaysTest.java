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
import org.lamplight.lab.CallingClient;
import org.lamplight.lab.Coturn;
import org.lamplight.lab.Heard;
import org.lamplight.lab.Kamailio;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.media.Sound;

/** Calls that look for their way, by themselves and by a relay, with telephones that are not ours. */
@Requires({Part.SIP, Part.TURN})
@Tag("real-time")
class KamailioWaysTest {
    private static final Duration SOME = Duration.ofMillis(1_500);
    private static final BaresipKind PHONE =
            BaresipKind.USUAL.with(BaresipKind.PCMA).with(Srtp.DTLS).withIce().saying(41);

    @TempDir
    private static Path all;

    private static Kamailio server;
    private static CallingClient ada;
    private static Coturn relay;
    private static String bySearch;
    private static String byRelay;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = new Kamailio(all.resolve("server"));
        ada = new CallingClient(all.resolve("ada"), Heard.of(Sound.speech(48_000, 10, 32), 48_000));
        relay = new Coturn(all.resolve("relay"));
        bySearch = BothWays.line(
                ada, server, "ada", server.port(), "transport = udp", "srtp-keys = dtls", "stun = " + relay.address());
        byRelay = BothWays.line(
                ada, server, "cleo", server.port(), "transport = udp", "turn = " + relay.address(), "ice = relay");
    }

    @AfterAll
    static void end() throws Exception {
        try (Kamailio ends = server;
                Coturn endsToo = relay;
                CallingClient endsFirst = ada) {
            assertThat(endsFirst.process().process().isAlive()).isTrue();
        }
    }

    @Test
    void weCallAndAreCalledByAWayThatWasFound() throws Exception {
        try (Baresip bob = phone("bob", PHONE)) {
            weCall(bob, bySearch);
            bob.dial(Kamailio.address("ada"));
            weAnswer(bob, bySearch);
        }
    }

    /** Nobody learns where we are, and all the same there is a way. */
    @Test
    void weCallAndAreCalledByTheRelayAlone() throws Exception {
        try (Baresip bob = phone("bob", PHONE.with(Srtp.NONE))) {
            String id = ada.dial("sip:bob@localhost", byRelay);
            bob.awaitIncoming();
            bob.accept();
            bob.awaitEstablished();
            bob.awaitSound(SOME);
            ada.ctl("call", "hangup", id);
            bob.awaitClosed();
            BothWays.assertBothHeard(ada, id, bob);
            bob.dial(Kamailio.address("cleo"));
            JsonObject rings = ada.awaitIncoming();
            String in = rings.get("id").getAsString();
            bob.awaitRinging();
            ada.ctl("call", "answer", in);
            bob.awaitEstablished();
            bob.awaitSound(SOME);
            bob.hangup();
            BothWays.assertBothHeard(ada, in, bob);
            assertThat(relay.told()).containsPattern("peer \\S+ lifetime updated");
        }
    }

    private void weCall(Baresip bob, String line) throws Exception {
        String id = ada.dial("sip:bob@localhost", line);
        bob.awaitIncoming();
        bob.accept();
        bob.awaitEstablished();
        bob.awaitSound(SOME);
        BothWays.assertSecure(ada, id);
        ada.ctl("call", "hangup", id);
        bob.awaitClosed();
        BothWays.assertBothHeard(ada, id, bob);
    }

    private void weAnswer(Baresip bob, String line) throws Exception {
        JsonObject rings = ada.awaitIncoming();
        assertThat(rings.get("line").getAsString()).isEqualTo(line);
        String id = rings.get("id").getAsString();
        ada.ctl("call", "answer", id);
        bob.awaitEstablished();
        bob.awaitSound(SOME);
        BothWays.assertSecure(ada, id);
        bob.hangup();
        BothWays.assertBothHeard(ada, id, bob);
    }

    private Baresip phone(String user, BaresipKind kind) throws Exception {
        return new Baresip(folder.resolve(user), server, user, kind);
    }
}
