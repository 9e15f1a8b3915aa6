package org.lamplight.media.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EModelTest {
    /** G.107, table B.1: limits of the categories of transmission quality. */
    @ParameterizedTest
    @CsvSource({"90, 4.34", "80, 4.03", "70, 3.60", "60, 3.10", "50, 2.58", "93.2, 4.41", "0, 1", "-5, 1", "100, 4.5"})
    void ratingsAreScores(double rating, double score) {
        assertThat(EModel.meanOpinionScore(rating)).isCloseTo(score, within(0.006));
    }

    /** G.107, figure of the delay: by the formula of Idd. */
    @ParameterizedTest
    @CsvSource({"0, 0", "100, 0", "150, 0.1", "200, 3.0", "250, 8.9", "300, 14.8", "400, 24.2"})
    void waitingCosts(double millis, double cost) {
        assertThat(EModel.delayImpairment(millis)).isCloseTo(cost, within(0.7));
    }

    @ParameterizedTest
    @CsvSource({
        "PCMA, 0, 0",
        "PCMA, 1, 3.64",
        "PCMA, 2, 7.01",
        "PCMA, 5, 15.78",
        "PCMA, 10, 27.07",
        "G729, 0, 11",
        "G729, 2, 19.0",
        "pcmu, 100, 75.94"
    })
    void lossesCost(String codec, double percent, double cost) {
        assertThat(EModel.lossImpairment(CodecImpairment.of(codec), percent, 1)).isCloseTo(cost, within(0.02));
    }

    @Test
    void burstsCostMoreThanChance() {
        CodecImpairment codec = CodecImpairment.of("PCMU");
        assertThat(EModel.rating(codec, 50, 5, 2)).isLessThan(EModel.rating(codec, 50, 5, 1));
        assertThat(EModel.rating(codec, 50, 5, 0)).isEqualTo(EModel.rating(codec, 50, 5, 1));
    }

    @Test
    void worseIsNeverBetter() {
        CodecImpairment codec = CodecImpairment.of("opus");
        double before = 5;
        for (int step = 0; step < 100; step++) {
            double score = EModel.meanOpinionScore(EModel.rating(codec, step * 10, step / 2.0, 1));
            assertThat(score).isLessThanOrEqualTo(before);
            before = score;
        }
    }
}
