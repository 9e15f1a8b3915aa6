package org.lamplight.media.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.media.Sound;

class ResamplerTest {
    @ParameterizedTest
    @CsvSource({
        "8000, 48000",
        "16000, 48000",
        "48000, 16000",
        "48000, 8000",
        "44100, 48000",
        "48000, 44100",
        "11025, 48000",
        "48000, 48000",
        "47999, 48000"
    })
    void tonesStayPureAndAsLoud(int from, int to) {
        for (double hertz : new double[] {300, 1_000, 3_300}) {
            short[] heard = through(new Resampler(from, to), Sound.tone(hertz, from, from, 10_000), from / 50);
            assertThat(heard.length).isBetween(to - to / 50, to + 2);
            assertThat(Sound.purity(heard, to / 4, to * 3 / 4, hertz, to)).isGreaterThan(0.9999);
            double peak = 0;
            for (int i = to / 4; i < to * 3 / 4; i++) {
                peak = Math.max(peak, Math.abs(heard[i]));
            }
            assertThat(peak).isBetween(9_700.0, 10_300.0);
        }
    }

    @Test
    void framesKeepTheirLength() {
        Resampler up = new Resampler(8_000, 48_000);
        Resampler down = new Resampler(48_000, 16_000);
        for (int i = 0; i < 20; i++) {
            assertThat(up.process(new short[160])).hasSize(960);
            assertThat(down.process(new short[480])).hasSize(160);
        }
    }

    @Test
    void whatTheLowerRateCannotHoldIsGone() {
        short[] heard = through(new Resampler(48_000, 8_000), Sound.tone(5_000, 48_000, 48_000, 10_000), 960);
        double loudest = 0;
        for (int i = 800; i < 7_200; i++) {
            loudest = Math.max(loudest, Math.abs(heard[i]));
        }
        assertThat(loudest).isLessThan(20);
    }

    @Test
    void piecesSoundLikeTheWhole() {
        short[] speech = Sound.speech(16_000, 1, 4);
        short[] whole = new Resampler(16_000, 48_000).process(speech);
        short[] pieces = through(new Resampler(16_000, 48_000), speech, 77);
        assertThat(pieces).isEqualTo(Sound.piece(whole, 0, pieces.length));
    }

    @Test
    void thereAndBackIsLateByBothDelays() {
        short[] speech = Sound.speech(8_000, 2, 4);
        Resampler up = new Resampler(8_000, 48_000);
        Resampler down = new Resampler(48_000, 8_000);
        short[] back = through(down, through(up, speech, 160), 960);
        int lag = (int) Math.round((up.delaySeconds() + down.delaySeconds()) * 8_000);
        assertThat(Sound.lag(speech, back, 100)).isEqualTo(lag);
        assertThat(Sound.correlation(speech, back, lag, 0, speech.length)).isGreaterThan(0.998);
    }

    private static short[] through(Resampler resampler, short[] sound, int piece) {
        List<short[]> heard = new ArrayList<>();
        for (int at = 0; at + piece <= sound.length; at += piece) {
            heard.add(resampler.process(Sound.piece(sound, at, piece)));
        }
        return Sound.joined(heard);
    }
}
