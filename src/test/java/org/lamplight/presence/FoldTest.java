package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every row of the fold's table, as data: {@code fold.csv}. */
class FoldTest {
    private static final Instant NOW = Instant.parse("2026-11-18T14:23:00Z");

    @ParameterizedTest(name = "{0}: {1} [{2}] is {3}")
    @CsvFileSource(resources = "fold.csv", numLinesToSkip = 1, delimiter = '|')
    void row(String rule, String whose, String observations, String expected) {
        assertThat(fold(whose, observations).status().key()).isEqualTo(expected);
    }

    @Test
    void anIntervalEndsBeforeItsEnd() {
        Observation meeting = Observation.of(new Source(Source.Kind.CALENDAR, "work"), Status.IN_A_MEETING)
                .since(NOW.minusSeconds(60))
                .until(NOW);
        assertThat(Fold.fold(List.of(meeting), Whose.OWN, Rules.builtIn(), NOW).status())
                .isEqualTo(Status.AVAILABLE);
        assertThat(Fold.fold(List.of(meeting), Whose.OWN, Rules.builtIn(), NOW.minusMillis(1))
                        .status())
                .isEqualTo(Status.IN_A_MEETING);
    }

    @Test
    void aMeetingThatBeginsNowHolds() {
        Observation meeting = Observation.of(new Source(Source.Kind.CALENDAR, "work"), Status.IN_A_MEETING)
                .since(NOW)
                .until(NOW.plusSeconds(60));
        assertThat(Fold.fold(List.of(meeting), Whose.OWN, Rules.builtIn(), NOW).status())
                .isEqualTo(Status.IN_A_MEETING);
        assertThat(Fold.nextChange(List.of(meeting), Rules.builtIn(), NOW)).isEqualTo(NOW.plusSeconds(60));
        assertThat(Fold.nextChange(List.of(meeting), Rules.builtIn(), NOW.minusSeconds(5)))
                .isEqualTo(NOW);
    }

    @Test
    void sinceAndUntilAreThoseOfWhatWins() {
        Presence both = fold("own", "calendar:work=in-a-meeting@10+20 line:desk=on-the-phone@5");
        assertThat(both.since()).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
        assertThat(both.until()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
        assertThat(both.reasons()).allMatch(Reason::wins);
    }

    private static Presence fold(String whose, String observations) {
        Whose who = whose.equals("own") ? Whose.OWN : Whose.CONTACT;
        return Fold.fold(read(observations), who, Rules.builtIn(), NOW);
    }

    /** {@code source=status@MINUTES-AGO+MINUTES-TO-GO}, the times left out where they are open. */
    private static List<Observation> read(String text) {
        List<Observation> all = new ArrayList<>();
        if (text == null) {
            return all;
        }
        Arrays.stream(text.strip().split("\\s+")).map(FoldTest::one).forEach(all::add);
        return all;
    }

    private static Observation one(String word) {
        String[] parts = word.split("[@+]", -1);
        int equals = parts[0].indexOf('=');
        Observation seen = Observation.of(
                Source.parse(parts[0].substring(0, equals)).orElseThrow(),
                Status.ofKey(parts[0].substring(equals + 1)).orElseThrow());
        if (word.contains("@")) {
            seen = seen.since(NOW.minus(Duration.ofMinutes(Long.parseLong(parts[1]))));
        }
        return word.contains("+")
                ? seen.until(NOW.plus(Duration.ofMinutes(Long.parseLong(parts[parts.length - 1]))))
                : seen;
    }
}
