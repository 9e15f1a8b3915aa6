package org.lamplight.office.colleagues;

import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** How fast time passes in the office. Thread-safe. */
final class Pace {
    private final ScheduledExecutorService clock;
    private final double factor;

    /** With factor 1 a second takes a second; with 0.01 a test need not wait. */
    Pace(ScheduledExecutorService clock, double factor) {
        this.clock = clock;
        this.factor = factor;
    }

    /** Runs something once, after a random time between two numbers of office milliseconds. */
    ScheduledFuture<?> later(int least, int most, Random random, Runnable work) {
        double millis = (least + random.nextInt(most - least + 1)) * factor;
        return clock.schedule(work, Math.round(millis * 1000), TimeUnit.MICROSECONDS);
    }
}
