package org.lamplight.media.session;

import org.lamplight.media.jitter.JitterFigures;

/**
 * How a session goes.
 *
 * @param sent packets
 * @param received packets
 * @param lost packets on the way here
 * @param jitterMillis of what comes, as RFC 3550 measures it
 * @param peerLossPercent of what we sent since the peer's last report; negative if there was none
 * @param roundTripMillis negative if it is not known yet
 * @param silentMillis since anything came
 * @param opinion mean opinion score, 1 to 4.5, of what is heard here
 */
public record SessionFigures(
        long sent,
        long received,
        long lost,
        double jitterMillis,
        double peerLossPercent,
        double roundTripMillis,
        long silentMillis,
        double opinion,
        JitterFigures buffer) {}
