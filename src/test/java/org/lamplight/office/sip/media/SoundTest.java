package org.lamplight.office.sip.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamplight.media.codec.G711;

/** The office's sounds, and its own coding of them. */
class SoundTest {
    @Test
    void bothLawsAreThoseThatAClientReads() {
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample += 31) {
            short[] one = {(short) sample};
            short mu = G711.MU_LAW.decoder().decode(Law.PCMU.of(one))[0];
            short a = G711.A_LAW.decoder().decode(Law.PCMA.of(one))[0];
            assertThat(mu).isCloseTo((short) sample, within((short) 1_100));
            assertThat(a).isCloseTo((short) sample, within((short) 1_100));
            if (Math.abs(sample) < 1_000) {
                assertThat(mu).isCloseTo((short) sample, within((short) 33));
                assertThat(a).isCloseTo((short) sample, within((short) 33));
            }
        }
    }

    private static double level(Sound sound, int seconds) {
        double sum = 0;
        double peak = 0;
        for (int i = 0; i < seconds * Sound.RATE; i++) {
            double sample = sound.next();
            peak = Math.max(peak, Math.abs(sample));
            sum += sample * sample;
        }
        assertThat(peak).isLessThan(0.95);
        return 20 * Math.log10(Math.sqrt(sum / (seconds * (double) Sound.RATE)));
    }

    @Test
    void voicesAndMusicAreOfModerateLevel() {
        assertThat(level(new Melody(), 12)).isBetween(-26.0, -14.0);
        for (String name : new String[] {"grace", "bob", "charles", "hedy", "alan"}) {
            assertThat(level(new Murmur(name.hashCode()), 20)).as(name).isBetween(-28.0, -16.0);
        }
    }

    @Test
    void aVoicePausesForBreath() {
        Murmur murmur = new Murmur(1);
        int quiet = 0;
        int loud = 0;
        for (int frame = 0; frame < 1_000; frame++) {
            double sum = 0;
            for (int i = 0; i < Sound.FRAME; i++) {
                double sample = murmur.next();
                sum += sample * sample;
            }
            double level = Math.sqrt(sum / Sound.FRAME);
            quiet += level < 0.005 ? 1 : 0;
            loud += level > 0.05 ? 1 : 0;
        }
        assertThat(quiet).isBetween(50, 500);
        assertThat(loud).isGreaterThan(300);
    }
}
