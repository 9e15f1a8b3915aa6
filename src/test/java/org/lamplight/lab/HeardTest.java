package org.lamplight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.media.Sound;

/** The measures, tried on sounds of which the answers are known. */
class HeardTest {
    private static final int RATE = 16_000;

    @Test
    void aSineHasThreeDecibelsLessThanItsAmplitude() {
        assertThat(heard(Sound.tone(440, RATE, RATE, 32_767)).level()).isEqualTo(-3.01, within(0.01));
        assertThat(heard(Sound.tone(440, RATE, RATE, 3_277)).level()).isEqualTo(-23.01, within(0.01));
        assertThat(heard(new short[RATE]).level()).isEqualTo(Heard.SILENCE);
        assertThat(heard(new short[0]).level()).isEqualTo(Heard.SILENCE);
    }

    @Test
    void onlyItsOwnFrequencyIsPure() {
        Heard tone = heard(Sound.tone(440, RATE, RATE, 10_000));
        assertThat(tone.purity(440)).isEqualTo(1, within(0.001));
        assertThat(tone.purity(880)).isLessThan(0.001);
    }

    @Test
    void gapsAreMeasuredInTheirMiddleAndAtTheEnd() {
        short[] tone = Sound.tone(440, RATE, RATE, 10_000);
        Heard holed = heard(Sound.joined(List.of(tone, new short[RATE / 20], tone, new short[RATE / 10])));
        assertThat(holed.longestGap(-50)).isEqualTo(Duration.ofMillis(100));
        assertThat(holed.part(Duration.ZERO, Duration.ofSeconds(2)).longestGap(-50))
                .isEqualTo(Duration.ofMillis(50));
        assertThat(heard(tone).longestGap(-50)).isZero();
        assertThat(heard(tone).longestGap(0)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLateAndSofterCopyIsTheSame() {
        short[] speech = Sound.speech(RATE, 4, 1);
        Heard source = heard(speech);
        Likeness late = heard(Sound.joined(List.of(new short[RATE / 4], softer(speech))))
                .likeness(source);
        assertThat(late.correlation()).isGreaterThan(0.999);
        assertThat(late.lag()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aPieceFromWithinIsFoundThere() {
        Heard source = heard(Sound.speech(RATE, 10, 1));
        Likeness piece =
                source.part(Duration.ofSeconds(6), Duration.ofSeconds(8)).likeness(source);
        assertThat(piece.correlation()).isGreaterThan(0.999);
        assertThat(piece.lag()).isEqualTo(Duration.ofSeconds(-6));
    }

    @Test
    void otherSpeechIsSomethingElse() {
        Heard source = heard(Sound.speech(RATE, 4, 1));
        assertThat(heard(Sound.speech(RATE, 4, 2)).likeness(source).correlation())
                .isLessThan(0.3);
        assertThat(heard(Sound.speech(RATE, 4, 2))
                        .bestLikeness(source, Duration.ofMillis(300))
                        .correlation())
                .isLessThan(0.9);
        assertThat(heard(new short[4 * RATE]).likeness(source).correlation()).isLessThan(0.001);
    }

    @Test
    void onePieceIsEnoughToSeeThatItCameThrough() {
        short[] speech = Sound.speech(RATE, 4, 1);
        Heard broken = heard(Sound.joined(List.of(
                Sound.piece(speech, 0, 5_000),
                Sound.piece(speech, 6_000, 16_000),
                Sound.piece(speech, 30_000, 9_000))));
        assertThat(broken.bestLikeness(heard(speech), Duration.ofMillis(300)).correlation())
                .isGreaterThan(0.999);
        assertThat(broken.likeness(heard(speech)).correlation()).isLessThan(0.9);
    }

    @Test
    void anotherRateMakesNoDifference() {
        Heard source = Heard.of(Sound.tone(440, 48_000, 48_000, 10_000), 48_000);
        Heard heard = Heard.of(Sound.tone(440, 8_000, 8_000, 10_000), 8_000);
        assertThat(heard.likeness(source).correlation()).isGreaterThan(0.99);
        assertThat(heard.length()).isEqualTo(source.length());
    }

    @Test
    void aFileIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
        Heard speech = heard(Sound.speech(RATE, 2, 3));
        speech.write(folder.resolve("a.wav"), RATE);
        Heard read = Heard.read(folder.resolve("a.wav"));
        assertThat(read.length()).isEqualTo(Duration.ofSeconds(2));
        assertThat(read.likeness(speech).correlation()).isGreaterThan(0.9999);
    }

    private static Heard heard(short[] samples) {
        return Heard.of(samples, RATE);
    }

    private static short[] softer(short[] samples) {
        short[] softer = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            softer[i] = (short) (samples[i] / 4);
        }
        return softer;
    }
}
