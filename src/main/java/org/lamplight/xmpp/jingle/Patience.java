package org.lamplight.xmpp.jingle;

import java.time.Duration;

/**
 * How long one waits for a peer.
 *
 * @param moving within which {@value #LEAST} bytes must move, or the transfer is over
 * @param offered within which an offer must be taken, or it is over
 */
record Patience(Duration moving, Duration offered) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofDays(1));

    /** Who sends less holds a place for ever that others wait for. */
    static final long LEAST = 4096;
}
