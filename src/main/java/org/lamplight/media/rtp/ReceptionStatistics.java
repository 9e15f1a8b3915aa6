package org.lamplight.media.rtp;

/**
 * What a receiver knows of one source (RFC 3550, appendices A.1, A.3 and A.8). For one thread; times are of any clock
 * that never goes back, in nanoseconds.
 */
public final class ReceptionStatistics {
    private static final int WRAP = 1 << 16;
    private static final int LARGEST_STEP = 3_000;
    private static final int LARGEST_STEP_BACK = 100;
    private static final int MOST_LOST = 0x7FFFFF;

    private final int ssrc;
    private final int clockRate;

    private boolean started;
    private int highest;
    private long cycles;
    private long base;
    private int jump = -1;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private double jitter;
    private boolean timed;
    private long lastTransit;
    private long reportMiddle;
    private long reportNanos;

    /** Of this source, whose timestamps tick so often a second. */
    public ReceptionStatistics(int ssrc, int clockRate) {
        this.ssrc = ssrc;
        this.clockRate = clockRate;
    }

    /** Who is counted here. */
    public int ssrc() {
        return ssrc;
    }

    /** A packet of the source came. False if its number is so far off that it may belong to nothing. */
    public boolean received(RtpPacket packet, long nanos) {
        if (!count(packet.sequence())) {
            return false;
        }
        measure(packet.timestamp(), nanos);
        return true;
    }

    private boolean count(int sequence) {
        if (!started) {
            begin(sequence);
        }
        int step = (sequence - highest) & 0xFFFF;
        if (step < LARGEST_STEP) {
            cycles += sequence < highest ? WRAP : 0;
            highest = sequence;
        } else if (step <= WRAP - LARGEST_STEP_BACK) {
            if (sequence != jump) {
                jump = (sequence + 1) & 0xFFFF;
                return false;
            }
            begin(sequence);
        }
        received++;
        return true;
    }

    /** Two packets in a row after a jump: the other side has started anew. */
    private void begin(int sequence) {
        started = true;
        base = sequence;
        highest = sequence;
        cycles = 0;
        jump = -1;
        received = 0;
        expectedBefore = 0;
        receivedBefore = 0;
        timed = false;
    }

    private void measure(int timestamp, long nanos) {
        long arrival = ticks(nanos);
        long transit = (int) (arrival - timestamp);
        if (timed) {
            long difference = Math.abs((int) (transit - lastTransit));
            jitter += (difference - jitter) / 16;
        }
        timed = true;
        lastTransit = transit;
    }

    private long ticks(long nanos) {
        long seconds = Math.floorDiv(nanos, 1_000_000_000L);
        return seconds * clockRate + Math.floorMod(nanos, 1_000_000_000L) * clockRate / 1_000_000_000L;
    }

    /** The middle of the NTP time of a sender's report, and when it came. */
    public void senderReport(long ntpMiddle, long nanos) {
        reportMiddle = ntpMiddle;
        reportNanos = nanos;
    }

    /** Packets that should have come. */
    public long expected() {
        return started ? cycles + highest - base + 1 : 0;
    }

    /** Packets that came, late and double ones too. */
    public long received() {
        return received;
    }

    /** Packets that never came; double ones count against it. */
    public long lost() {
        return expected() - received;
    }

    /** Mean deviation of the spacing, in milliseconds. */
    public double jitterMillis() {
        return jitter * 1_000 / clockRate;
    }

    /** The block for the next report. What it says of losses begins anew with each call. */
    public ReportBlock report(long nanos) {
        long expectedNow = expected();
        long expectedOfLate = expectedNow - expectedBefore;
        long lostOfLate = expectedOfLate - (received - receivedBefore);
        expectedBefore = expectedNow;
        receivedBefore = received;
        int fraction =
                expectedOfLate <= 0 || lostOfLate <= 0 ? 0 : (int) Math.min(255, lostOfLate * 256 / expectedOfLate);
        int lost = (int) Math.max(-MOST_LOST - 1, Math.min(MOST_LOST, lost()));
        long delay = reportMiddle == 0 ? 0 : (((nanos - reportNanos) / 1_000) << 16) / 1_000_000;
        return new ReportBlock(
                ssrc, fraction, lost, (cycles + highest) & 0xFFFFFFFFL, (long) jitter, reportMiddle, delay);
    }
}
