package org.lamplight.xmpp.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamplight.xmpp.login.Failure.Kind;

class BackoffTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Backoff backoff = new Backoff(new Random(1));

    @Test
    void looksEachSecondWhileNoServerCanBeReachedAndLessOftenLater() {
        assertThat(IntStream.range(0, 600).mapToLong(i -> next(Kind.NETWORK))).allMatch(ms -> ms >= 750 && ms <= 1_000);
        assertThat(next(Kind.NETWORK)).isBetween(3_750L, 5_000L);
    }

    @Test
    void aRefusalGetsASecondChanceAndThenMoreAndMoreTime() {
        assertThat(next(Kind.SERVER)).isBetween(75L, 100L);
        long[] middles = {1, 2, 4, 8, 16, 32, 60, 60, 60};
        for (long middle : middles) {
            assertThat(next(Kind.SERVER)).isBetween(750 * middle, 1_000 * middle);
        }
    }

    @Test
    void anUnsafeConnectionIsLookedAtAgainInAMinute() {
        assertThat(next(Kind.UNSAFE)).isBetween(45_000L, 60_000L);
        assertThat(next(Kind.UNSAFE)).isBetween(45_000L, 60_000L);
    }

    @Test
    void theNetworksReturnBeginsAnew() {
        IntStream.range(0, 5).forEach(i -> next(Kind.SERVER));
        next(Kind.NETWORK);
        assertThat(next(Kind.SERVER)).isBetween(75L, 100L);
    }

    @Test
    void aServerThatHangsUpEachTimeIsNotStormed() {
        assertThat(IntStream.range(0, 4).mapToLong(i -> afterOnline(SHORT))).allMatch(ms -> ms <= 100);
        assertThat(afterOnline(SHORT)).isBetween(750L, 1_000L);
        assertThat(afterOnline(Duration.ofMinutes(1))).isBetween(75L, 100L);
    }

    private long next(Kind kind) {
        return backoff.next(kind).toMillis();
    }

    private long afterOnline(Duration online) {
        return backoff.afterOnline(online).toMillis();
    }
}
