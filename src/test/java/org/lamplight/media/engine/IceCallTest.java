package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.Traversal;
import org.lamplight.media.Sound;

/** Calls whose sound looks for its way itself, over real sockets. */
@Tag("real-time")
class IceCallTest {
    private static final int RATE = Phones.RATE;
    private static final short[] LOW = Sound.tone(440, RATE, RATE, 8_000);
    private static final short[] HIGH = Sound.tone(1_000, RATE, RATE, 8_000);

    @TempDir
    private Path folder;

    private Phones phones(MediaSecurity security, Optional<Traversal.Server> stun) throws Exception {
        Traversal ways = new Traversal(false, stun, Optional.empty(), "", Optional::empty);
        Phones phones = new Phones(folder, security, Optional.of(ways), "pcma");
        phones.one.speak(LOW);
        phones.other.speak(HIGH);
        awaitReady(phones.one);
        awaitReady(phones.other);
        return phones;
    }

    private static void awaitReady(Phones.Phone phone) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        phone.session.whenReady(ready::countDown);
        assertThat(ready.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean hears(Phones.Phone phone, int hertz) {
        if (phone.heardSeconds() < 1) {
            return false;
        }
        short[] heard = phone.heard();
        return Sound.purity(heard, heard.length - RATE / 5, heard.length, hertz, RATE) > 0.95;
    }

    private static void awaitSpeech(Phones phones) {
        Phones.until(() -> hears(phones.other, 440) && hears(phones.one, 1_000));
    }

    /** What stands in the lines for who looks for no way is wrong, so that only a way that was found leads anywhere. */
    private static String misled(String description) {
        return description.replaceFirst("m=audio \\d+ ", "m=audio 9 ");
    }

    @ParameterizedTest
    @EnumSource
    void aWayIsFound(MediaSecurity security) throws Exception {
        try (Phones phones = phones(security, Optional.empty())) {
            String offer = phones.one.session.offer();
            assertThat(offer)
                    .contains("a=ice-ufrag:")
                    .contains("a=ice-pwd:")
                    .containsPattern("a=candidate:h0 1 udp \\d+ \\S+ \\d+ typ host");
            String answer = phones.other.session.answer(misled(offer));
            assertThat(answer).contains("a=candidate:");
            phones.one.session.accept(misled(answer));
            awaitSpeech(phones);
            assertThat(phones.one.session.report().secure()).isEqualTo(security);
            phones.reoffer(phones.other, phones.one);
            phones.one.session.hold(true);
            phones.reoffer(phones.one, phones.other);
            phones.one.session.hold(false);
            phones.reoffer(phones.one, phones.other);
            awaitSpeech(phones);
        }
    }

    @Test
    void whoKnowsNoOtherWayIsReachedByTheUsualOne() throws Exception {
        try (Phones phones = phones(MediaSecurity.DTLS, Optional.empty());
                Phones plain =
                        new Phones(Files.createDirectories(folder.resolve("plain")), MediaSecurity.DTLS, "pcma")) {
            plain.other.speak(HIGH);
            String answer = plain.other.session.answer(
                    phones.one.session.offer().replaceAll("c=IN IP4 \\S+", "c=IN IP4 127.0.0.1"));
            assertThat(answer).doesNotContain("candidate").doesNotContain("ice-");
            phones.one.session.accept(answer);
            Phones.until(() -> hears(plain.other, 440) && hears(phones.one, 1_000));
        }
    }

    @Test
    void withoutTheRightPasswordThereIsNoWay() throws Exception {
        try (Phones phones = phones(MediaSecurity.NONE, Optional.empty())) {
            String answer = phones.other.session.answer(phones.one.session.offer());
            phones.one.session.accept(answer.replaceFirst("ice-pwd:....", "ice-pwd:WRoN"));
            Phones.until(() -> phones.one.heardSeconds() >= 1 && phones.other.heardSeconds() >= 1);
            assertThat(hears(phones.other, 440)).isFalse();
            assertThat(phones.other.session.report().silentMillis()).isGreaterThan(500);
        }
    }

    @Test
    void aServerThatIsSilentCostsASecondAndRubbishNothing() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            long begun = System.nanoTime();
            try (Phones phones =
                    phones(MediaSecurity.DTLS, Optional.of(new Traversal.Server("127.0.0.1", silent.getLocalPort())))) {
                assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(4));
                String offer = phones.one.session.offer();
                disturb(silent, Integer.parseInt(offer.replaceFirst("(?s).*m=audio (\\d+) .*", "$1")));
                phones.one.session.accept(phones.other.session.answer(offer));
                disturb(silent, Integer.parseInt(offer.replaceFirst("(?s).*m=audio (\\d+) .*", "$1")));
                awaitSpeech(phones);
            }
        }
    }

    @Test
    void withoutTheRelayNobodyLearnsOurAddressAllTheSame() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Traversal.Server relay = new Traversal.Server("127.0.0.1", silent.getLocalPort());
            Traversal hidden = new Traversal(true, Optional.empty(), Optional.of(relay), "ada", Optional::empty);
            try (Phones phones = new Phones(folder, MediaSecurity.NONE, Optional.of(hidden), "pcma")) {
                awaitReady(phones.one);
                assertThatThrownBy(() -> phones.one.session.offer()).isInstanceOf(IOException.class);
            }
        }
    }

    /** Messages of STUN with anything in them, some of them whole. */
    private static void disturb(DatagramSocket stranger, int port) throws IOException {
        Random random = new Random(port);
        for (int i = 0; i < 200; i++) {
            byte[] data = new byte[20 + 4 * random.nextInt(20)];
            random.nextBytes(data);
            byte[] header = {
                0,
                (byte) (i % 3 == 0 ? 1 : 23),
                (byte) (i % 2),
                (byte) (data.length - 20),
                0x21,
                0x12,
                (byte) 0xA4,
                0x42
            };
            System.arraycopy(header, 0, data, 0, header.length);
            stranger.send(new DatagramPacket(data, data.length, InetAddress.getLoopbackAddress(), port));
        }
    }
}
