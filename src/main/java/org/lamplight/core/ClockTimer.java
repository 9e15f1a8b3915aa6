package org.lamplight.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task on core once the clock on the wall says so. No delay knows that the clock was set or that the computer slept:
 * so it looks now and then, and may be late by that. Core only, but for whoever makes it.
 */
public final class ClockTimer {
    private static final Duration LOOK = Duration.ofSeconds(20);

    private final CoreThread core;
    private final Clock clock;
    private final Runnable task;
    private final Duration look;
    private @Nullable Instant moment;
    private CoreThread.@Nullable Timer timer;

    public ClockTimer(CoreThread core, Clock clock, Runnable task) {
        this(core, clock, task, LOOK);
    }

    /** @param look how long it may be late */
    ClockTimer(CoreThread core, Clock clock, Runnable task, Duration look) {
        this.core = core;
        this.clock = clock;
        this.task = task;
        this.look = look;
    }

    /** In place of what was set before; null: never. */
    public void set(@Nullable Instant when) {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        moment = when;
        if (when != null) {
            await(when);
        }
    }

    /** When it will be, or null. */
    public @Nullable Instant moment() {
        return moment;
    }

    private void await(Instant when) {
        Duration left = Duration.between(clock.instant(), when).plusMillis(1);
        timer = core.later(left.compareTo(look) < 0 ? left : look, this::ring);
    }

    private void ring() {
        timer = null;
        Instant when = moment;
        if (when == null) {
            return;
        }
        if (clock.instant().isBefore(when)) {
            await(when);
        } else {
            moment = null;
            task.run();
        }
    }
}
