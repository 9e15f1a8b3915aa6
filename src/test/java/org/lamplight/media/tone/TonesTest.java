package org.lamplight.media.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.media.Sound;

class TonesTest {
    private static final int RATE = 48_000;

    private final Tones tones = new Tones();

    @ParameterizedTest
    @CsvSource({
        "de, RINGBACK, 425, 0, 5000",
        "de, BUSY, 425, 0, 960",
        "us, RINGBACK, 440, 480, 6000",
        "US, BUSY, 480, 620, 1000",
        "gb, RINGBACK, 400, 450, 3000",
        "fr, RINGBACK, 440, 0, 5000",
        "jp, BUSY, 400, 0, 1000",
        "xx, CONGESTION, 425, 0, 500",
        "ch, BUSY, 425, 0, 1000",
        "at, BUSY, 420, 0, 800"
    })
    void soundAsTheCountryHasThem(String country, ProgressTone tone, int first, int second, int round) {
        Cadence cadence = tones.of(country, tone);
        assertThat(cadence.millis()).isEqualTo(round);
        int on = cadence.pieces().get(0).millis() * RATE / 1_000;
        short[] sound = cadence.samples(0, on, RATE);
        double share =
                Sound.purity(sound, 0, on, first, RATE) + (second == 0 ? 0 : Sound.purity(sound, 0, on, second, RATE));
        assertThat(share).isGreaterThan(0.99);
    }

    @Test
    void pausesAreSilentAndTheRoundBeginsAgain() {
        Cadence cadence = tones.of("de", ProgressTone.BUSY);
        int half = 480 * RATE / 1_000;
        assertThat(cadence.samples(half, half, RATE)).containsOnly((short) 0);
        assertThat(cadence.samples(2L * half, half, RATE)).isEqualTo(cadence.samples(0, half, RATE));
        assertThat(cadence.samples(100, 960, RATE)).isEqualTo(Sound.piece(cadence.samples(0, 2_000, RATE), 100, 960));
    }

    @Test
    void everyCountryOfTheWorldHasAllOfThem() {
        for (String country : Locale.getISOCountries()) {
            for (ProgressTone tone : ProgressTone.values()) {
                Cadence cadence = tones.of(country, tone);
                assertThat(cadence.millis()).isBetween(200, 10_000);
                for (short sample : cadence.samples(0, 2_400, RATE)) {
                    assertThat((int) sample).isBetween(-12_000, 12_000);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "425", "425/", "a/1", "1+2+3/4", "425/1/2"})
    void brokenLinesAreErrors(String text) {
        assertThatThrownBy(() -> Cadence.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
