package org.lamplight.xmpp;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt. While no server can be reached, a look every second or so costs a packet and
 * brings people back within two seconds of the network's return; after ten minutes every five. A server that answers and
 * refuses gets exponentially more time, with jitter, up to a minute. Not thread-safe.
 */
final class Backoff {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int QUICK_LOOKS = 600;

    private final RandomGenerator random;
    private int refusals;
    private int looks;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    void reset() {
        refusals = 0;
        looks = 0;
    }

    Duration next(Failure.Kind kind) {
        if (kind == Failure.Kind.NETWORK) {
            refusals = 0;
            return jittered(Duration.ofMillis(looks++ < QUICK_LOOKS ? 1_000 : 5_000));
        }
        looks = 0;
        long seconds = Math.min(LONGEST.toSeconds(), 1L << Math.min(refusals++, 6));
        return jittered(Duration.ofSeconds(seconds));
    }

    private Duration jittered(Duration middle) {
        return Duration.ofMillis(Math.round(middle.toMillis() * (0.75 + random.nextDouble() / 4)));
    }
}
