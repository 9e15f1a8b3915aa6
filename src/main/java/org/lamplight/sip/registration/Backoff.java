package org.lamplight.sip.registration;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt. A server that can't be reached is looked for again within seconds, for people
 * wait for the network's return; one that answers and refuses gets the times of RFC 5626, section 4.5. Not thread-safe.
 */
final class Backoff {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);
    private static final Duration BASE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final RandomGenerator random;
    private int looks;
    private int refusals;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    void reset() {
        looks = 0;
        refusals = 0;
    }

    /** Nobody was there. */
    Duration unreached() {
        return jittered(LOOK, looks++, LONGEST_LOOK);
    }

    /** Somebody was there and said no. */
    Duration refused() {
        return jittered(BASE, refusals++, LONGEST);
    }

    private Duration jittered(Duration base, int times, Duration longest) {
        long millis = Math.min(longest.toMillis(), base.toMillis() << Math.min(times, 12));
        return Duration.ofMillis(Math.round(millis * (0.5 + random.nextDouble() / 2)));
    }
}
