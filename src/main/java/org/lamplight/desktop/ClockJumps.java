package org.lamplight.desktop;

import java.time.Duration;
import java.time.Instant;

/** Finds out when the clock on the wall was set, by one that can't be. Confined to one thread. */
final class ClockJumps {
    private static final Duration NONE = Duration.ofSeconds(5);

    private Instant wall;
    private long nanos;

    ClockJumps(Instant now, long nanos) {
        this.wall = now;
        this.nanos = nanos;
    }

    /** By how much the clock was set since the last look; zero for less than a few seconds. */
    Duration look(Instant now, long nanosNow) {
        Duration jump = Duration.between(wall, now).minusNanos(nanosNow - nanos);
        this.wall = now;
        this.nanos = nanosNow;
        return jump.abs().compareTo(NONE) > 0 ? jump : Duration.ZERO;
    }
}
