package org.lamplight.media.jitter;

import java.util.Arrays;

/**
 * How late the last 200 packets came, each measured as arrival less timestamp. Only differences mean anything; the least
 * of them stands for a network without queues, and moves along when two clocks drift apart.
 */
final class DelayWindow {
    private static final int PACKETS = 200;
    private static final double SHARE = 0.97;
    private static final double MARGIN_MILLIS = 10;
    static final double LEAST_MILLIS = 20;
    private static final double MOST_MILLIS = 200;
    /** A change larger than this is no jitter: the other side began to count anew. */
    private static final double NEW_COUNT_MILLIS = 5_000;

    private final double[] delays = new double[PACKETS];
    private int count;
    private int next;
    private double least;
    private double target = LEAST_MILLIS;

    void add(double millis) {
        if (count > 0 && Math.abs(millis - least) > NEW_COUNT_MILLIS) {
            count = 0;
            next = 0;
        }
        delays[next] = millis;
        next = (next + 1) % PACKETS;
        count = Math.min(count + 1, PACKETS);
        measure();
    }

    private void measure() {
        double[] sorted = Arrays.copyOf(delays, count);
        Arrays.sort(sorted);
        least = sorted[0];
        double late = sorted[(int) (SHARE * (count - 1))];
        target = Math.max(LEAST_MILLIS, Math.min(MOST_MILLIS, late - least + MARGIN_MILLIS));
    }

    double least() {
        return least;
    }

    /** How long after the quickest way a packet should be played, in milliseconds. */
    double target() {
        return target;
    }
}
