package org.lamplight.media.srtp;

/** Which of the last 64 packets of a source were there (RFC 3711, section 3.3.2), and how its numbers go on. */
final class ReplayWindow {
    private static final int SIZE = 64;
    private static final int HALF = 0x8000;
    private static final int ROUND = 0x1_0000;

    private long newest = -1;
    /** Bit n: the packet n before the newest one was there. */
    private long seen;

    /** The index that a sequence number of 16 bits most probably means (section 3.3.1). */
    long guess(int sequence) {
        if (newest < 0) {
            return sequence;
        }
        long index = newest - (newest % ROUND) + sequence;
        if (index > newest + HALF) {
            return index < ROUND ? index : index - ROUND;
        }
        return index < newest - HALF ? index + ROUND : index;
    }

    /** Whether this one was not there yet and is not too old to tell; it then was. */
    boolean take(long index) {
        long behind = newest - index;
        if (newest < 0 || behind < 0) {
            seen = newest < 0 || -behind >= SIZE ? 1 : (seen << -behind) | 1;
            newest = index;
            return true;
        }
        if (behind >= SIZE || (seen & (1L << behind)) != 0) {
            return false;
        }
        seen |= 1L << behind;
        return true;
    }
}
