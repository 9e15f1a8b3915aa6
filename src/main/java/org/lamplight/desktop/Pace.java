package org.lamplight.desktop;

import java.time.Duration;

/**
 * How often the desk is looked at.
 *
 * @param idleFrom shorter pauses are not worth telling; less than every sensible setting of idle
 * @param whileActive between two looks
 * @param whileIdle between two looks, so that who comes back is seen soon
 */
public record Pace(Duration idleFrom, Duration whileActive, Duration whileIdle) {
    public static final Pace USUAL = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(1));
}
