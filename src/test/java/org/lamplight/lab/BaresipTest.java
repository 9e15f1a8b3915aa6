package org.lamplight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.lab.BaresipKind.Transport;

/** The telephones of the tests hear each other, and do what telephones do. */
@Requires(Part.SIP)
@Tag("real-time")
class BaresipTest extends WithKamailio {
    private static final BaresipKind PHONE = BaresipKind.USUAL;
    private static final Duration SOME = Duration.ofMillis(1_000);
    private static final Duration PIECE = Duration.ofMillis(300);
    private static final double SILENT = -70;

    static Stream<BaresipKind> everyWay() {
        return Stream.of(
                PHONE.with(BaresipKind.OPUS),
                PHONE.by(Transport.TCP).with(BaresipKind.G722),
                PHONE.by(Transport.TLS).with(BaresipKind.PCMU).with(BaresipKind.Srtp.SDES),
                PHONE.by(Transport.TLS).with(BaresipKind.Srtp.DTLS).withIce());
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void twoHearEachOther(BaresipKind kind) throws Exception {
        try (Baresip ada = phone("ada", kind.saying(1));
                Baresip bob = phone("bob", kind.saying(2))) {
            ada.dial(bob.address());
            assertThat(bob.awaitIncoming()).isEqualTo(ada.address());
            ada.awaitRinging();
            bob.accept();
            ada.awaitEstablished();
            bob.awaitEstablished();
            ada.awaitSound(SOME);
            bob.awaitSound(SOME);
            bob.hangup();
            bob.awaitClosed();
            ada.awaitClosed();
            assertHears(ada.heard(), bob.says());
            assertHears(bob.heard(), ada.says());
        }
    }

    private static void assertHears(Heard heard, Heard said) {
        assertThat(heard.level()).isBetween(-40.0, -10.0);
        assertThat(heard.bestLikeness(said, PIECE).correlation()).isGreaterThan(0.95);
    }

    @Test
    void keysArriveInOrder() throws Exception {
        try (Baresip ada = phone("ada", PHONE);
                Baresip bob = phone("bob", PHONE.answering())) {
            ada.dial(bob.address());
            ada.awaitEstablished();
            bob.awaitEstablished();
            ada.press("0#9");
            assertThat(bob.awaitKeys(3)).isEqualTo("0#9");
        }
    }

    @Test
    void whoIsHeldHearsNothingUntilItGoesOn() throws Exception {
        try (Baresip ada = phone("ada", PHONE.saying(1));
                Baresip bob = phone("bob", PHONE.answering().echoing())) {
            ada.dial(bob.address());
            ada.awaitEstablished();
            bob.awaitSound(SOME);
            bob.hold();
            ada.await("CALL_REMOTE_SDP");
            bob.await("CALL_REMOTE_SDP");
            Duration held = awaitHeld(bob);
            Baresip.Packets before = bob.packets();
            bob.resume();
            bob.awaitSound(SOME, before);
            ada.hangup();
            bob.awaitClosed();
            Heard heard = bob.heard();
            assertThat(heard.longestGap(SILENT)).isGreaterThan(held);
            assertHears(heard.part(heard.length().minus(SOME), heard.length()), ada.says());
        }
    }

    /** Waits until nothing came for a while, and returns how long that was. */
    private static Duration awaitHeld(Baresip phone) throws Exception {
        long[] last = {-1, System.nanoTime()};
        Duration held = Duration.ofMillis(600);
        new Await().until("held", Duration.ofSeconds(5), () -> {
            long now = phone.packets().received();
            if (now != last[0]) {
                last[0] = now;
                last[1] = System.nanoTime();
            }
            return System.nanoTime() - last[1] > held.toNanos();
        });
        return held;
    }

    @Test
    void aTransferConnectsTheOtherTwo() throws Exception {
        try (Baresip ada = phone("ada", PHONE);
                Baresip bob = phone("bob", PHONE.answering().saying(2));
                Baresip cleo = phone("cleo", PHONE.answering().saying(3))) {
            ada.dial(bob.address());
            ada.awaitEstablished();
            bob.awaitEstablished();
            ada.transfer(cleo.address());
            assertThat(ada.awaitClosed()).isEqualTo("Call transfered");
            cleo.awaitEstablished();
            cleo.awaitSound(SOME);
            cleo.hangup();
            cleo.awaitClosed();
            assertHears(cleo.heard(), bob.says());
        }
    }

    @Test
    void whoIsBusyOrWillNotTalkSaysSo() throws Exception {
        try (Baresip ada = phone("ada", PHONE.answering());
                Baresip bob = phone("bob", PHONE.withOneLine());
                Baresip cleo = phone("cleo", PHONE)) {
            ada.dial(bob.address());
            bob.awaitIncoming();
            bob.hangup();
            assertThat(ada.awaitClosed()).startsWith("486");
            bob.dial(ada.address());
            bob.awaitEstablished();
            cleo.dial(bob.address());
            assertThat(cleo.awaitClosed()).startsWith("486");
        }
    }

    private Baresip phone(String user, BaresipKind kind) throws Exception {
        return new Baresip(folder.resolve(user), server, user, kind);
    }
}
