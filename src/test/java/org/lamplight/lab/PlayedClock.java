package org.lamplight.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until it is put forward. Any thread. */
public final class PlayedClock extends Clock {
    private volatile Instant now;
    private final ZoneId zone;

    public PlayedClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public void forward(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new PlayedClock(now, other);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
