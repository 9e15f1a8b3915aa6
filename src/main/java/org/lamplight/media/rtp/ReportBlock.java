package org.lamplight.media.rtp;

import java.nio.ByteBuffer;

/**
 * What one side heard of the other (RFC 3550, section 6.4.1).
 *
 * @param ssrc of whom this speaks
 * @param fractionLost of the packets since the last report, in 256ths
 * @param lost packets since the beginning; negative if more came than were sent
 * @param highest sequence number received, extended to 32 bits
 * @param jitter in ticks of the clock
 * @param lastReport middle 32 bits of the NTP time of the last sender's report, 0 if none came
 * @param delay since that report came, in 65,536ths of a second
 */
public record ReportBlock(
        int ssrc, int fractionLost, int lost, long highest, long jitter, long lastReport, long delay) {
    static final int LENGTH = 24;

    static ReportBlock read(ByteBuffer from) {
        int ssrc = from.getInt();
        int loss = from.getInt();
        return new ReportBlock(
                ssrc, loss >>> 24, (loss << 8) >> 8, unsigned(from), unsigned(from), unsigned(from), unsigned(from));
    }

    void write(ByteBuffer to) {
        to.putInt(ssrc).putInt((fractionLost << 24) | (lost & 0xFFFFFF));
        to.putInt((int) highest).putInt((int) jitter).putInt((int) lastReport).putInt((int) delay);
    }

    private static long unsigned(ByteBuffer from) {
        return from.getInt() & 0xFFFFFFFFL;
    }

    /**
     * There and back in milliseconds, if this block answers a report of ours; negative if it does not, or if its times
     * cannot be true.
     *
     * @param nowMiddle middle 32 bits of our NTP time when the block came
     */
    public double roundTripMillis(long nowMiddle) {
        if (lastReport == 0) {
            return -1;
        }
        long units = (int) (nowMiddle - lastReport - delay);
        return units < 0 ? -1 : units * 1_000.0 / 65_536;
    }
}
