package org.lamplight.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lamplight.media.Sound;

class OpusAudioTest {
    private static final int FRAME = 960;

    private final OpusAudio codec = new OpusAudio();

    @Test
    void speechStaysSpeechAtThirtyTwoKilobits() {
        short[] speech = Sound.speech(48_000, 5, 1);
        List<byte[]> packets = packets(speech);
        short[] heard = decoded(packets);
        int lag = Sound.lag(speech, heard, 600);
        assertThat(Sound.correlation(speech, heard, lag, 0, speech.length - 600))
                .isGreaterThan(0.93);
        double bits = packets.stream().mapToInt(packet -> packet.length).sum() * 8 / 5.0;
        assertThat(bits).isBetween(15_000.0, 36_000.0);
    }

    @Test
    void aToneStaysPure() {
        short[] heard = decoded(packets(Sound.tone(440, 48_000, 96_000, 8_000)));
        assertThat(Sound.purity(heard, 48_000, 96_000, 440, 48_000)).isGreaterThan(0.99);
    }

    @Test
    void theCopyInTheNextPacketIsBetterThanAGuessAndThatIsBetterThanSilence() {
        short[] speech = Sound.speech(48_000, 10, 3);
        List<byte[]> packets = packets(speech);
        double[] whole = Sound.envelope(decoded(packets), 48_000);
        double copied = likeness(whole, lossy(packets, true, true));
        double guessed = likeness(whole, lossy(packets, false, true));
        double silent = likeness(whole, lossy(packets, false, false));
        assertThat(copied).isGreaterThan(guessed);
        assertThat(guessed).isGreaterThan(silent);
        assertThat(copied).isGreaterThan(0.985);
    }

    @Test
    void mostSpeechPacketsSayThatTheyCarryTheOneBefore() {
        AudioCodec.Repair repair = codec.decoder().repair().orElseThrow();
        List<byte[]> packets = packets(Sound.speech(48_000, 5, 3));
        long carrying = packets.stream().filter(repair::carriesPrevious).count();
        assertThat(carrying).isGreaterThan(packets.size() / 2);
    }

    @Test
    void hostileOctetsGiveNoSoundAndNoError() {
        Random random = new Random(5);
        AudioCodec.Decoder decoder = codec.decoder();
        for (int i = 0; i < 3_000; i++) {
            byte[] octets = new byte[random.nextInt(200)];
            random.nextBytes(octets);
            assertThat(decoder.decode(octets).length).isBetween(0, 5_760);
            decoder.repair().orElseThrow().carriesPrevious(octets);
            assertThat(decoder.repair().orElseThrow().previous(octets, FRAME).length)
                    .isBetween(0, FRAME);
        }
    }

    private static double likeness(double[] whole, short[] heard) {
        return Sound.envelopeCorrelation(whole, Sound.envelope(heard, 48_000), 0);
    }

    private List<byte[]> packets(short[] sound) {
        AudioCodec.Encoder encoder = codec.encoder();
        List<byte[]> packets = new ArrayList<>();
        for (int at = 0; at + FRAME <= sound.length; at += FRAME) {
            packets.add(encoder.encode(Sound.piece(sound, at, FRAME)));
        }
        return packets;
    }

    private short[] decoded(List<byte[]> packets) {
        AudioCodec.Decoder decoder = codec.decoder();
        return Sound.joined(packets.stream().map(decoder::decode).toList());
    }

    private short[] lossy(List<byte[]> packets, boolean copies, boolean guesses) {
        Random random = new Random(11);
        AudioCodec.Decoder decoder = codec.decoder();
        AudioCodec.Repair repair = decoder.repair().orElseThrow();
        List<short[]> heard = new ArrayList<>();
        boolean lost = false;
        for (byte[] packet : packets) {
            if (lost) {
                heard.add(replaced(repair, packet, copies, guesses));
            }
            lost = random.nextInt(10) == 0;
            if (!lost) {
                heard.add(decoder.decode(packet));
            }
        }
        return Sound.joined(heard);
    }

    private static short[] replaced(AudioCodec.Repair repair, byte[] next, boolean copies, boolean guesses) {
        if (copies) {
            return repair.previous(next, FRAME);
        }
        return guesses ? repair.conceal(FRAME) : new short[FRAME];
    }
}
