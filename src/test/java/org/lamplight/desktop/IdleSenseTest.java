package org.lamplight.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.SetClock;

class IdleSenseTest {
    private final SetClock clock = new SetClock("2026-11-18T14:00:00Z");
    private final Heard heard = new Heard();
    private final IdleSense sense = new IdleSense(Duration.ofSeconds(30), heard);

    private void look(int idleSeconds) {
        sense.look(Duration.ofSeconds(idleSeconds), clock.instant());
    }

    /** Time goes by without input, looked at each second. */
    private void pass(int from, int to) {
        for (int idle = from; idle <= to; idle++) {
            clock.pass(Duration.ofSeconds(1));
            look(idle);
        }
    }

    @Test
    void aPauseIsToldOnceAndItsEndOnce() {
        pass(0, 600);
        assertThat(heard.lines()).containsExactly("input idle 2026-11-18T14:00:01Z");

        pass(0, 20);
        assertThat(heard.lines()).containsExactly("input idle 2026-11-18T14:00:01Z", "forget input");
    }

    @Test
    void whoTypesNowAndThenIsNotSpokenOf() {
        for (int i = 0; i < 100; i++) {
            pass(0, 25);
        }
        assertThat(heard.lines()).isEmpty();
    }

    @Test
    void aPauseThatBeganAnewBetweenTwoLooksIsToldAnew() {
        look(100);
        clock.pass(Duration.ofSeconds(60));
        look(40);
        assertThat(heard.lines()).containsExactly("input idle 2026-11-18T13:58:20Z", "input idle 2026-11-18T14:00:20Z");
    }

    @Test
    void aClockThatIsSetMovesTheLastInputWithIt() {
        look(100);
        clock.pass(Duration.ofHours(1));
        look(101);
        clock.pass(Duration.ofHours(-5));
        look(102);
        assertThat(heard.lines())
                .containsExactly(
                        "input idle 2026-11-18T13:58:20Z",
                        "input idle 2026-11-18T14:58:19Z",
                        "input idle 2026-11-18T09:58:18Z");
    }

    @Test
    void aClockThatIsSetIdlesNobodyWhoIsActive() {
        look(3);
        clock.pass(Duration.ofDays(1));
        look(4);
        assertThat(heard.lines()).isEmpty();
    }

    @Test
    void whoWasGoneBeforeTheMachineSleptIsGoneAfterwards() {
        look(100);
        clock.pass(Duration.ofHours(8));
        sense.awoke();
        look(101);
        pass(102, 200);
        assertThat(heard.lines()).containsExactly("input idle 2026-11-18T13:58:20Z");

        pass(0, 40);
        assertThat(heard.lines()).hasSize(3).last().isEqualTo("input idle 2026-11-18T22:01:40Z");
    }

    @Test
    void whoWakesTheMachineIsThere() {
        look(100);
        clock.pass(Duration.ofHours(8));
        sense.awoke();
        look(1);
        assertThat(heard.lines()).last().isEqualTo("forget input");
    }
}
