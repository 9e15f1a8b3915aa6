package org.lamplight.media.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.media.Sound;
import org.lamplight.media.codec.AudioCodec;
import org.lamplight.media.codec.G711;
import org.lamplight.media.codec.G722;
import org.lamplight.media.codec.OpusAudio;
import org.lamplight.media.rtp.RtpPacket;

class JitterBufferTest {
    private static final int SECONDS = 20;
    /** Until then the buffer may learn how the network is. */
    private static final int START = 5;

    private static final Map<String, List<byte[]>> CODED = new HashMap<>();
    private static final Map<String, double[]> EXPECTED = new HashMap<>();

    /**
     * G.722 has to be content with less: its decoder adapts by what it hears, so it errs for some 50 ms after each loss,
     * too loud or too soft.
     */
    @ParameterizedTest(name = "{0}, {1} lost, jitter {2} ms")
    @CsvSource({
        "opus, 0.02, 0, 0.99", "opus, 0.02, 20, 0.99", "opus, 0.02, 50, 0.99",
        "opus, 0.05, 0, 0.985", "opus, 0.05, 20, 0.985", "opus, 0.05, 50, 0.985",
        "opus, 0.10, 0, 0.97", "opus, 0.10, 20, 0.97", "opus, 0.10, 50, 0.97",
        "PCMA, 0.02, 0, 0.99", "PCMA, 0.02, 20, 0.99", "PCMA, 0.02, 50, 0.99",
        "PCMA, 0.05, 0, 0.98", "PCMA, 0.05, 20, 0.98", "PCMA, 0.05, 50, 0.98",
        "PCMA, 0.10, 0, 0.96", "PCMA, 0.10, 20, 0.96", "PCMA, 0.10, 50, 0.96",
        "G722, 0.02, 0, 0.985", "G722, 0.02, 20, 0.985", "G722, 0.02, 50, 0.985",
        "G722, 0.05, 0, 0.97", "G722, 0.05, 20, 0.97", "G722, 0.05, 50, 0.97",
        "G722, 0.10, 0, 0.95", "G722, 0.10, 20, 0.95", "G722, 0.10, 50, 0.95"
    })
    void speechSurvives(String name, double loss, double jitter, double likeness) {
        AudioCodec codec = codec(name);
        Journey journey = new Journey(codec, loss, jitter, 0);
        double like = likeness(codec, journey.run(coded(codec), 21));
        JitterFigures figures = journey.buffer.figures();
        double added = journey.delays.stream()
                .skip(500)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        assertThat(like).isGreaterThanOrEqualTo(likeness);
        assertThat((double) figures.late() / journey.arrived).isLessThan(0.01);
        assertThat(added).isLessThanOrEqualTo(80);
    }

    /** Nothing can guess what 60 ms were; but all before and after them must be as it was, and as late. */
    @ParameterizedTest
    @CsvSource({"opus, 0.9", "PCMA, 0.9", "G722, 0.9"})
    void lossesInBurstsLeaveTheRestInItsPlace(String name, double likeness) {
        AudioCodec codec = codec(name);
        Journey journey = new Journey(codec, 0.05, 20, 0).inBursts(3);
        double like = likeness(codec, journey.run(coded(codec), 5));
        assertThat(like).isGreaterThan(likeness);
        assertThat(journey.buffer.figures().late()).isLessThan(10);
        assertThat(journey.buffer.figures().delayMillis()).isLessThan(90);
    }

    @Test
    void copiesRepairMostOfWhatOpusLoses() {
        AudioCodec opus = new OpusAudio();
        Journey journey = new Journey(opus, 0.05, 20, 0);
        journey.run(coded(opus), 21);
        JitterFigures figures = journey.buffer.figures();
        assertThat(figures.repaired()).isGreaterThan(figures.concealed());
    }

    @Test
    void aQuietNetworkIsFollowedClosely() {
        short[] tone = Sound.tone(440, 8_000, 80_000, 8_000);
        Journey journey = new Journey(G711.A_LAW, 0, 0, 0);
        short[] heard = journey.run(Journey.coded(G711.A_LAW, tone), 1);
        assertThat(Sound.purity(heard, 8_000, 72_000, 440, 8_000)).isGreaterThan(0.999);
        assertThat(journey.buffer.figures().delayMillis()).isLessThanOrEqualTo(40);
        assertThat(journey.buffer.figures().late()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.001", "-0.001"})
    void driftingClocksNeitherFillNorEmptyIt(double drift) {
        short[] speech = Sound.speech(8_000, 120, 9);
        Journey journey = new Journey(G711.MU_LAW, 0, 5, drift);
        journey.run(Journey.coded(G711.MU_LAW, speech), 3);
        double most = journey.delays.stream()
                .skip(500)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        assertThat(most).isLessThan(100);
        assertThat(journey.buffer.figures().late()).isLessThan(60);
        assertThat(journey.buffer.figures().expanded()).isLessThan(60);
    }

    @Test
    void aGapWithoutLossIsTheNoiseOfTheRoomAndNoVoice() {
        List<short[]> heard = new ArrayList<>();
        long[] now = {0};
        JitterBuffer buffer = new JitterBuffer(G711.A_LAW, () -> now[0]);
        AudioCodec.Encoder encoder = G711.A_LAW.encoder();
        short[] voice = Sound.tone(200, 8_000, 160, 8_000);
        int sequence = 0;
        for (int frame = 0; frame < 300; frame++) {
            now[0] = frame * 20_000_000L;
            if (frame < 50 || frame >= 250) {
                buffer.put(packet(8, sequence++, frame, encoder.encode(voice)));
            } else if (frame == 50) {
                buffer.put(packet(JitterBuffer.COMFORT_NOISE, sequence++, frame, new byte[] {50}));
            }
            heard.add(buffer.pull(160));
        }
        short[] all = Sound.joined(heard);
        double noise = Loudness.of(Sound.piece(all, 100 * 160, 100 * 160));
        assertThat(noise).isBetween(40.0, 200.0);
        assertThat(Sound.purity(all, 260 * 160, 290 * 160, 200, 8_000)).isGreaterThan(0.99);
        assertThat(buffer.figures().concealed()).isZero();
    }

    @Test
    void packetsOfTenAndSixtyMillisecondsPlayAsWell() {
        for (int length : new int[] {80, 480}) {
            long[] now = {0};
            JitterBuffer buffer = new JitterBuffer(G711.A_LAW, () -> now[0]);
            short[] tone = Sound.tone(440, 8_000, 48_000, 8_000);
            List<short[]> heard = new ArrayList<>();
            for (int at = 0; at + 80 <= tone.length; at += 80) {
                now[0] = at * 125_000L;
                if ((at + 80) % length == 0) {
                    int start = at + 80 - length;
                    byte[] payload = G711.A_LAW.encoder().encode(Sound.piece(tone, start, length));
                    buffer.put(new RtpPacket(false, 8, at / length, start, 1, payload));
                }
                heard.add(buffer.pull(80));
            }
            assertThat(Sound.purity(Sound.joined(heard), 16_000, 40_000, 440, 8_000))
                    .isGreaterThan(0.99);
        }
    }

    @Test
    void aSenderThatBeginsAnewIsHeardAgain() {
        long[] now = {0};
        JitterBuffer buffer = new JitterBuffer(G711.A_LAW, () -> now[0]);
        byte[] voice = G711.A_LAW.encoder().encode(Sound.tone(400, 8_000, 160, 8_000));
        double loudness = 0;
        for (int frame = 0; frame < 200; frame++) {
            now[0] = frame * 20_000_000L;
            int sequence = frame < 100 ? frame : 30_000 + frame;
            int timestamp = frame < 100 ? frame : 9_000_000 + frame;
            buffer.put(packet(8, sequence, timestamp, voice));
            loudness = Loudness.of(buffer.pull(160));
        }
        assertThat(loudness).isGreaterThan(4_000);
    }

    @Test
    void anyPacketsLeaveItAlive() {
        Random random = new Random(17);
        for (String name : List.of("opus", "PCMA", "G722")) {
            AudioCodec codec = codec(name);
            long[] now = {0};
            JitterBuffer buffer = new JitterBuffer(codec, () -> now[0]);
            for (int i = 0; i < 3_000; i++) {
                now[0] += random.nextInt(30_000_000);
                byte[] payload = new byte[random.nextInt(400)];
                random.nextBytes(payload);
                int source = random.nextInt(100) == 0 ? random.nextInt() : 5;
                int sequence = random.nextInt(10) == 0 ? random.nextInt(65_536) : i;
                int timestamp = random.nextInt(10) == 0 ? random.nextInt() : i * 160;
                buffer.put(
                        new RtpPacket(random.nextBoolean(), random.nextInt(20), sequence, timestamp, source, payload));
                assertThat(buffer.pull(codec.frameSamples() / 2)).hasSize(codec.frameSamples() / 2);
            }
        }
    }

    private static RtpPacket packet(int type, int sequence, int frame, byte[] payload) {
        return new RtpPacket(false, type, sequence, frame * 160, 1, payload);
    }

    /** Of the loudness over time to that of the same codec without a network, 5 s after the beginning. */
    private static double likeness(AudioCodec codec, short[] heard) {
        double[] expected = EXPECTED.computeIfAbsent(
                codec.payloadName(),
                name -> Sound.envelope(new Journey(codec, 0, 0, 0).run(coded(codec), 1), codec.sampleRate()));
        double[] late = Arrays.copyOfRange(expected, START * 100, SECONDS * 100 - 50);
        double best = 0;
        int millisecond = codec.sampleRate() / 1_000;
        for (int lag = 0; lag < 150; lag += 2) {
            short[] earlier = Sound.piece(
                    heard, START * codec.sampleRate() + lag * millisecond, (SECONDS - START) * 1_000 * millisecond);
            best = Math.max(best, Sound.envelopeCorrelation(late, Sound.envelope(earlier, codec.sampleRate()), 0));
        }
        return best;
    }

    private static List<byte[]> coded(AudioCodec codec) {
        return CODED.computeIfAbsent(
                codec.payloadName(), name -> Journey.coded(codec, Sound.speech(codec.sampleRate(), SECONDS, 9)));
    }

    private static AudioCodec codec(String name) {
        return switch (name) {
            case "opus" -> new OpusAudio();
            case "PCMA" -> G711.A_LAW;
            default -> new G722();
        };
    }
}
