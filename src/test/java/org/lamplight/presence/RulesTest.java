package org.lamplight.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as people write them. */
class RulesTest {
    private static final Instant NOW = Instant.parse("2026-11-18T14:23:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a: always -> nonsense | line 3: there is no status",
                "a: flying -> busy | line 3:",
                "a: (phone -> busy | line 3:",
                "a: phone & -> busy | line 3:",
                "what is this? | line 3: expected",
                "idle-after = soon | line 3: expected",
                "first: always -> busy | line 3: a rule called \"first\" stands above already",
                "off nobody | no rule is called \"nobody\""
            })
    void aMistakeIsToldWithItsLine(String line, String told) {
        assertThatThrownBy(() -> Rules.parse("# own rules\nfirst: phone -> on-the-phone\n" + line + "\n"))
                .isInstanceOf(Rules.Broken.class)
                .hasMessageContaining(told);
    }

    @Test
    void everyMistakeIsTold() {
        assertThatThrownBy(() -> Rules.parse("x\ny\n"))
                .hasMessageContaining("line 1")
                .hasMessageContaining("line 2");
    }

    @Test
    void theFirstThatHoldsDecides() throws Rules.Broken {
        Rules callsFirst = Rules.parse("phone: phone -> on-the-phone\nmeeting: meeting -> in-a-meeting\n");
        Rules meetingsFirst = Rules.parse("meeting: meeting -> in-a-meeting\nphone: phone -> on-the-phone\n");
        List<Observation> both = List.of(
                Observation.of(new Source(Source.Kind.LINE, "a"), Status.ON_THE_PHONE),
                Observation.of(new Source(Source.Kind.CALENDAR, "a"), Status.IN_A_MEETING));
        assertThat(Fold.fold(both, Whose.OWN, callsFirst, NOW).status()).isEqualTo(Status.ON_THE_PHONE);
        assertThat(Fold.fold(both, Whose.OWN, meetingsFirst, NOW).status()).isEqualTo(Status.IN_A_MEETING);
    }

    @Test
    void aRuleCanBeSwitchedOffAndThresholdsSet() throws Rules.Broken {
        Rules rules = Rules.parse(Rules.builtInText() + "off phone\nidle-after = 30 min\n");
        assertThat(rules.idleAfter()).isEqualTo(Duration.ofMinutes(30));
        List<Observation> phone = List.of(Observation.of(new Source(Source.Kind.LINE, "a"), Status.ON_THE_PHONE));
        assertThat(Fold.fold(phone, Whose.OWN, rules, NOW).status()).isEqualTo(Status.AVAILABLE);
    }

    @Test
    void noRulesMakeSomebodyWithoutSessionLookReachable() throws Rules.Broken {
        Rules rosy = Rules.parse("all: always -> available\n");
        assertThat(Fold.fold(List.of(), Whose.CONTACT, rosy, NOW).status()).isEqualTo(Status.UNKNOWN);
    }
}
