package org.lamplight.office;

import java.time.Duration;

/**
 * How fast things go in the office; tests cannot wait as long as people do.
 *
 * @param pace how long an office second takes the colleagues, in seconds
 * @param resumable how long after a cut a client's session can be resumed
 */
record Tempo(double pace, Duration resumable) {
    static final Tempo REAL = new Tempo(1, Duration.ofSeconds(60));

    /** Everything as in life but the colleagues: at 0.01 a second takes 10 ms. */
    static Tempo of(double pace) {
        return new Tempo(pace, REAL.resumable());
    }
}
