package org.lamplight.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeUnitGuessTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "1000, 1", "1000, 5"})
    void theUnitShowsByHowFastItGrows(long unit, int everySeconds) {
        TimeUnitGuess guess = new TimeUnitGuess();
        Duration last = Duration.ZERO;
        for (int seconds = 0; seconds <= 40; seconds += everySeconds) {
            last = guess.duration(seconds * unit, seconds * SECOND);
            assertThat(last).isLessThanOrEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(last).isEqualTo(Duration.ofSeconds(40));
    }

    @ParameterizedTest
    @CsvSource({"1", "1000"})
    void inputInBetweenMisleadsNobody(long unit) {
        TimeUnitGuess guess = new TimeUnitGuess();
        for (int seconds = 0; seconds < 600; seconds++) {
            int idle = seconds % 7 * (seconds / 7 % 3);
            assertThat(guess.duration(idle * unit, seconds * SECOND)).isLessThanOrEqualTo(Duration.ofSeconds(idle));
        }
    }
}
