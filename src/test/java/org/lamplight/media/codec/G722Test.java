package org.lamplight.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.lamplight.media.Sound;

class G722Test {
    private final G722 codec = new G722();

    @Test
    void hasTheClockOfItsHistory() {
        assertThat(codec.frameSamples()).isEqualTo(320);
        assertThat(codec.frameTicks()).isEqualTo(160);
    }

    @Test
    void speechStaysSpeechAndLagsByTheMirrorFilters() {
        short[] speech = Sound.speech(16_000, 4, 1);
        short[] heard = through(speech);
        assertThat(Sound.lag(speech, heard, 64)).isEqualTo(G722.DELAY);
        assertThat(Sound.correlation(speech, heard, G722.DELAY, 0, speech.length))
                .isGreaterThan(0.99);
    }

    @Test
    void tonesOfBothBandsStayPure() {
        for (double hertz : new double[] {440, 1_000, 3_000, 5_000, 6_500}) {
            short[] heard = through(Sound.tone(hertz, 16_000, 16_000, 8_000));
            double least = hertz < 4_000 ? 0.999 : 0.97;
            assertThat(Sound.purity(heard, 8_000, 16_000, hertz, 16_000))
                    .as("%s Hz", hertz)
                    .isGreaterThan(least);
        }
    }

    /** Both sums are also those of another implementation of the Recommendation (libavcodec 8.0). */
    @Test
    void isExactToTheBit() {
        byte[] octets = codec.encoder().encode(steps());
        CRC32 coded = new CRC32();
        coded.update(octets);
        CRC32 heard = new CRC32();
        for (short sample : codec.decoder().decode(octets)) {
            heard.update(sample >> 8);
            heard.update(sample);
        }
        assertThat(coded.getValue()).isEqualTo(0x4aec1661L);
        assertThat(heard.getValue()).isEqualTo(0x32aaf9a4L);
    }

    /** Two seconds of a rising saw and of noise, in integers only. */
    private static short[] steps() {
        short[] sound = new short[32_000];
        int seed = 1;
        int saw = 0;
        for (int i = 0; i < sound.length; i++) {
            seed = seed * 1_103_515_245 + 12_345;
            int noise = seed >> 20;
            saw += 217 + i / 100;
            saw -= saw > 9_000 ? 18_000 : 0;
            sound[i] = (short) ((i / 4_000) % 3 == 2 ? noise / 16 : saw + noise);
        }
        return sound;
    }

    @Test
    void silenceStaysSilent() {
        for (short sample : through(new short[3_200])) {
            assertThat((int) sample).isBetween(-4, 4);
        }
    }

    @Test
    void anyOctetsDecode() {
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        assertThat(codec.decoder().decode(noise)).hasSize(100_000);
    }

    private short[] through(short[] sound) {
        AudioCodec.Encoder encoder = codec.encoder();
        AudioCodec.Decoder decoder = codec.decoder();
        List<short[]> heard = new ArrayList<>();
        for (int at = 0; at + 320 <= sound.length; at += 320) {
            byte[] packet = encoder.encode(Sound.piece(sound, at, 320));
            assertThat(packet).hasSize(160);
            heard.add(decoder.decode(packet));
        }
        return Sound.joined(heard);
    }
}
