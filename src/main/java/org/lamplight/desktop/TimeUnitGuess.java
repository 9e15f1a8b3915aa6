package org.lamplight.desktop;

import java.time.Duration;

/** Whether a number counts seconds or milliseconds, by how fast it grows. Confined to one thread. */
final class TimeUnitGuess {
    /** Between two numbers further apart than this, seconds and milliseconds can't be mistaken for each other. */
    private static final double APART_SECONDS = 0.9;

    /** Input in between may make milliseconds look like seconds once, but hardly thrice. */
    private static final int ENOUGH = 3;

    private long number = -1;
    private long at;
    private int likeSeconds;
    private boolean milliseconds;

    /** What this number, read at that time of {@link System#nanoTime}, stands for. */
    Duration duration(long now, long nanos) {
        double passed = (nanos - at) / 1e9;
        if (number >= 0 && passed >= APART_SECONDS && now > number) {
            learn(now - number, passed);
        }
        if (number < 0 || passed >= APART_SECONDS || now < number) {
            number = now;
            at = nanos;
        }
        return likeSeconds >= ENOUGH && !milliseconds ? Duration.ofSeconds(now) : Duration.ofMillis(now);
    }

    private void learn(long grown, double passed) {
        if (grown > passed * 2 + 2) {
            milliseconds = true;
        } else {
            likeSeconds++;
        }
    }
}
