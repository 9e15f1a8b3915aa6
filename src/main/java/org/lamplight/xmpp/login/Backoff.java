package org.lamplight.xmpp.login;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt. While no server can be reached, a look every second or so costs a packet and
 * brings people back within two seconds of the network's return; after ten minutes every five. A server that answers and
 * refuses gets exponentially more time, with jitter, up to a minute; one that is not to be trusted gets the minute at once. Not thread-safe.
 */
public final class Backoff {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration SECOND_CHANCE = Duration.ofMillis(100);
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final int FLAPS = 5;
    private static final int QUICK_LOOKS = 600;

    private final RandomGenerator random;
    private int refusals;
    private int looks;
    private int flaps;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    public void reset() {
        refusals = 0;
        looks = 0;
    }

    public Duration next(Failure.Kind kind) {
        if (kind == Failure.Kind.NETWORK) {
            refusals = 0;
            flaps = 0;
            return jittered(Duration.ofMillis(looks++ < QUICK_LOOKS ? 1_000 : 5_000));
        }
        looks = 0;
        return kind == Failure.Kind.UNSAFE ? jittered(LONGEST) : refused();
    }

    /** How long to wait after a session that was online for so long and is lost. */
    public Duration afterOnline(Duration online) {
        flaps = online.compareTo(SETTLED) < 0 ? flaps + 1 : 0;
        reset();
        return jittered(flaps < FLAPS ? SECOND_CHANCE : Duration.ofSeconds(1));
    }

    private Duration refused() {
        int before = refusals++;
        return jittered(
                before == 0
                        ? SECOND_CHANCE
                        : Duration.ofSeconds(Math.min(LONGEST.toSeconds(), 1L << Math.min(before - 1, 6))));
    }

    private Duration jittered(Duration middle) {
        return Duration.ofMillis(Math.round(middle.toMillis() * (0.75 + random.nextDouble() / 4)));
    }
}
