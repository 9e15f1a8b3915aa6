package org.lamplight.media.tone;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.media.rtp.RtpPacket;

/**
 * A key pressed for some time, as packets: every 20 ms one with the duration so far, all with the timestamp of the
 * beginning, then the end three times (RFC 4733, section 2.5). A duration that does not fit in 16 bits goes on in a new
 * segment with a timestamp of its own (section 2.5.1.3).
 */
public final class EventStream {
    /** Shorter keys are not heard by all. */
    public static final int SHORTEST_MILLIS = 60;
    /** Between two keys. */
    public static final int GAP_MILLIS = 40;

    private static final int VOLUME = 10;
    private static final int ENDS = 3;
    private static final int LONGEST = 0xFFFF;

    private EventStream() {}

    /**
     * One packet of the stream, to be sent in its turn.
     *
     * @param dueMillis after the beginning of the key
     * @param marker whether it is the first of the key
     * @param timestampOffset in ticks, to be added to the timestamp of the beginning
     */
    public record Step(int dueMillis, boolean marker, int timestampOffset, TelephoneEvent event) {
        /** The packet, for a stream whose key began at this timestamp. */
        public RtpPacket packet(int payloadType, int sequence, int beginning, int ssrc) {
            return new RtpPacket(marker, payloadType, sequence, beginning + timestampOffset, ssrc, event.write());
        }
    }

    /** The packets of a key held for so long, with the clock of the codec beside it. The ends are as far apart as the others. */
    public static List<Step> of(Dtmf key, int millis, int clockRate) {
        List<Step> steps = new ArrayList<>();
        int length = Math.max(SHORTEST_MILLIS, millis);
        int offset = 0;
        for (int due = 20; due < length; due += 20) {
            int ticks = ticks(due, clockRate) - offset;
            boolean full = ticks + clockRate / 50 > LONGEST;
            steps.add(new Step(due, steps.isEmpty(), offset, new TelephoneEvent(key.event(), false, VOLUME, ticks)));
            offset += full ? ticks : 0;
        }
        TelephoneEvent end = new TelephoneEvent(key.event(), true, VOLUME, ticks(length, clockRate) - offset);
        for (int i = 0; i < ENDS; i++) {
            steps.add(new Step(length + 20 * i, false, offset, end));
        }
        return List.copyOf(steps);
    }

    private static int ticks(int millis, int clockRate) {
        return Math.toIntExact((long) millis * clockRate / 1_000);
    }
}
