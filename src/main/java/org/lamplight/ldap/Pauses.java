package org.lamplight.ldap;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: a second, then ever longer, up to a minute, and never as long as others wait. */
final class Pauses {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final RandomGenerator random;
    private int attempts;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    void reset() {
        attempts = 0;
    }

    Duration next() {
        long millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempts++, 10));
        return Duration.ofMillis(Math.round(millis * (0.5 + random.nextDouble() / 2)));
    }
}
