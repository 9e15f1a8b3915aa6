package org.lamplight.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.media.Sound;
import org.lamplight.media.codec.AudioCodec;
import org.lamplight.media.codec.G711;
import org.lamplight.media.codec.G722;
import org.lamplight.media.codec.OpusAudio;
import org.lamplight.media.rtp.RtpPacket;
import org.lamplight.media.sdp.Direction;
import org.lamplight.media.sdp.LocalAudio;
import org.lamplight.media.sdp.NegotiatedAudio;
import org.lamplight.media.sdp.OfferAnswer;
import org.lamplight.media.sdp.Origin;
import org.lamplight.media.sdp.SessionDescription;
import org.lamplight.media.tone.Dtmf;

@Tag("real-time")
class RtpSessionTest {
    private static final int RATE = 48_000;
    private static final int HERTZ = 440;
    /** What a machine does that has no time for us says nothing of us: such an attempt does not count. */
    private static final int ATTEMPTS = 4;

    private static final long STALLED_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

    private final InetAddress here = InetAddress.getLoopbackAddress();

    private record Heard(double purity, int longestGapMillis, long received, long lost, double opinion, boolean fair) {}

    /** Measures time as it passes, so it wants a machine of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"PCMU", "PCMA", "G722", "opus"})
    @Tag("soak")
    void twoSidesTalk(String name) throws IOException {
        Heard heard = talk(codec(name));
        for (int i = 1; i < ATTEMPTS && !heard.fair(); i++) {
            heard = talk(codec(name));
        }
        assertThat(heard.fair()).as("the machine had time for it").isTrue();
        assertThat(heard.purity()).isGreaterThanOrEqualTo(0.99);
        assertThat(heard.longestGapMillis()).isLessThanOrEqualTo(60);
        assertThat(heard.received()).isGreaterThan(180);
        assertThat(heard.lost()).isZero();
        assertThat(heard.opinion()).isGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PCMU", "PCMA", "G722", "opus"})
    void whatOneSaysTheOtherHears(String name) throws IOException {
        int window = RATE / 5;
        try (Pair pair = new Pair(codec(name), Direction.SENDRECV)) {
            Deque<short[]> last = new ArrayDeque<>();
            until(() -> {
                last.addLast(pair.one.pull());
                pair.other.pull();
                if (last.size() > 20) {
                    last.removeFirst();
                }
                return last.size() == 20 && Sound.purity(Sound.joined(last), 0, window, HERTZ, RATE) > 0.99;
            });
        }
    }

    private Heard talk(AudioCodec codec) throws IOException {
        try (Pair pair = new Pair(codec, Direction.SENDRECV)) {
            List<short[]> frames = new ArrayList<>();
            long latest = 0;
            long due = System.nanoTime();
            for (int i = 0; i < 400; i++) {
                if (i == 100) {
                    latest = 0;
                    pair.longestStep.set(0);
                }
                frames.add(pair.one.pull());
                pair.other.pull();
                due += TimeUnit.MILLISECONDS.toNanos(10);
                latest = Math.max(latest, System.nanoTime() - due);
                while (System.nanoTime() - due < 0) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
            }
            boolean fair = latest < STALLED_NANOS
                    && pair.longestStep.get() < TimeUnit.MILLISECONDS.toNanos(20) + STALLED_NANOS;
            return heard(Sound.joined(frames.subList(100, 400)), pair.one.figures(), fair);
        }
    }

    private static Heard heard(short[] sound, SessionFigures figures, boolean fair) {
        double[] loudness = Sound.envelope(sound, RATE);
        int longest = 0;
        int silent = 0;
        for (double one : loudness) {
            silent = one < 500 ? silent + 1 : 0;
            longest = Math.max(longest, silent);
        }
        return new Heard(bestSecond(sound), longest * 10, figures.received(), figures.lost(), figures.opinion(), fair);
    }

    /** A buffer that still learns how the machine is may shift the tone once; then the phases before and after differ. */
    private static double bestSecond(short[] sound) {
        double best = 0;
        for (int from = 0; from + RATE <= sound.length; from += RATE / 10) {
            best = Math.max(best, Sound.purity(sound, from, from + RATE, HERTZ, RATE));
        }
        return best;
    }

    @Test
    void keysArriveOnce() throws Exception {
        try (Pair pair = new Pair(G711.A_LAW, Direction.SENDRECV)) {
            for (char key : "12#".toCharArray()) {
                assertThat(pair.one.press(Dtmf.of(key).orElseThrow(), 80)).isTrue();
            }
            assertThat(pair.keys.poll(5, TimeUnit.SECONDS)).isEqualTo(Dtmf.D1);
            assertThat(pair.keys.poll(5, TimeUnit.SECONDS)).isEqualTo(Dtmf.D2);
            assertThat(pair.keys.poll(5, TimeUnit.SECONDS)).isEqualTo(Dtmf.POUND);
            assertThat(pair.keys).isEmpty();
        }
    }

    @Test
    void whoHoldsHearsNothingAndSendsNothingMore() throws IOException {
        try (Pair pair = new Pair(G711.A_LAW, Direction.SENDRECV)) {
            until(() -> pair.other.figures().received() > 20);
            pair.one.change(pair.agreed(Direction.INACTIVE));
            assertThat(pair.one.pull()).containsOnly((short) 0);
            until(() -> pair.other.figures().silentMillis() > 300);
            pair.one.change(pair.agreed(Direction.SENDRECV));
            until(() -> pair.other.figures().silentMillis() < 100);
        }
    }

    @Test
    void reportsBringTheRoundTripAndTheGoodbye() throws IOException {
        try (Pair pair = new Pair(G711.MU_LAW, Direction.SENDRECV)) {
            until(() -> pair.one.figures().roundTripMillis() >= 0
                    && pair.other.figures().peerLossPercent() >= 0);
            assertThat(pair.one.figures().roundTripMillis()).isLessThan(500);
            assertThat(pair.other.figures().peerLossPercent()).isLessThan(20);
            pair.one.close();
            until(() -> pair.other.left());
        }
    }

    @Test
    void strangersAndRubbishAreNotHeard() throws IOException {
        try (Pair pair = new Pair(G711.A_LAW, Direction.SENDRECV);
                DatagramSocket stranger = new DatagramSocket(new InetSocketAddress(here, 0))) {
            until(() -> pair.one.figures().received() > 10);
            long before = pair.one.figures().buffer().received();
            for (int i = 0; i < 200; i++) {
                byte[] data = new RtpPacket(false, i % 2 == 0 ? 8 : 77, i, i, 9, new byte[160]).write();
                stranger.send(new DatagramPacket(data, i % 3 == 0 ? 5 : data.length, here, pair.ports));
            }
            until(() -> pair.one.figures().buffer().received() > before + 10);
            assertThat(pair.one.figures().lost()).isZero();
            assertThat(pair.one.figures().buffer().received()).isLessThan(before + 150);
        }
    }

    @Test
    void aPrivateAddressIsOnlyAHint() throws Exception {
        Latch latch = new Latch(new InetSocketAddress("192.168.1.5", 4_000));
        InetSocketAddress real = new InetSocketAddress("203.0.113.9", 6_000);
        InetSocketAddress stranger = new InetSocketAddress("198.51.100.7", 6_000);
        long second = TimeUnit.SECONDS.toNanos(1);
        assertThat(latch.target()).isEqualTo(new InetSocketAddress("192.168.1.5", 4_000));
        assertThat(latch.accepts(real, 0)).isTrue();
        assertThat(latch.target()).isEqualTo(real);
        assertThat(latch.accepts(stranger, second)).isFalse();
        assertThat(latch.accepts(real, 2 * second)).isTrue();
        assertThat(latch.accepts(stranger, 3 * second)).isFalse();
        assertThat(latch.accepts(stranger, 5 * second)).isTrue();
        latch.announce(new InetSocketAddress("203.0.113.9", 6_002));
        assertThat(latch.accepts(stranger, 5 * second)).isFalse();
        assertThat(latch.accepts(real, 5 * second)).isTrue();
    }

    private static AudioCodec codec(String name) {
        return switch (name) {
            case "PCMU" -> G711.MU_LAW;
            case "PCMA" -> G711.A_LAW;
            case "G722" -> new G722();
            default -> new OpusAudio();
        };
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Two sessions that agreed by offer and answer. */
    private final class Pair implements AutoCloseable {
        final BlockingQueue<Dtmf> keys = new LinkedBlockingQueue<>();
        final RtpSession one;
        final RtpSession other;
        final int ports;
        /** The longest time between two askings for sound. */
        final AtomicLong longestStep = new AtomicLong();

        private final LocalAudio local;
        private final SessionDescription offer;
        private final SessionDescription answer;

        Pair(AudioCodec codec, Direction direction) throws IOException {
            RtpPorts first = RtpPorts.open(here);
            RtpPorts second = RtpPorts.open(here);
            ports = first.port();
            local = new LocalAudio("127.0.0.1", first.port(), List.of(codec), direction, codec instanceof OpusAudio);
            LocalAudio far = new LocalAudio("127.0.0.1", second.port(), List.of(codec), direction, true);
            offer = OfferAnswer.offer(Origin.first(1, "127.0.0.1"), local);
            OfferAnswer.Answer answered = OfferAnswer.answer(offer, Origin.first(2, "127.0.0.1"), far);
            answer = answered.description();
            one = new RtpSession(first, agreed(direction), tone(), key -> {});
            other = new RtpSession(second, answered.audio().orElseThrow(), tone(), keys::add);
        }

        NegotiatedAudio agreed(Direction direction) {
            return OfferAnswer.accept(offer, answer, local.flowing(direction)).orElseThrow();
        }

        private SoundSource tone() {
            short[] second = Sound.tone(HERTZ, RATE, RATE, 8_000);
            int[] at = {0};
            long[] asked = {System.nanoTime()};
            return samples -> {
                long now = System.nanoTime();
                longestStep.accumulateAndGet(now - asked[0], Math::max);
                asked[0] = now;
                short[] piece = new short[samples];
                for (int i = 0; i < samples; i++) {
                    piece[i] = second[at[0]++ % RATE];
                }
                return piece;
            };
        }

        @Override
        public void close() {
            one.close();
            other.close();
        }
    }
}
