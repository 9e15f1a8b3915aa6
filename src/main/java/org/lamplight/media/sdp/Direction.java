package org.lamplight.media.sdp;

import java.util.Locale;

/** Which way media flows, seen from who says it (RFC 3264, section 5.1). */
public enum Direction {
    SENDRECV(true, true),
    SENDONLY(true, false),
    RECVONLY(false, true),
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    /** The one that sends and receives so. */
    public static Direction of(boolean sends, boolean receives) {
        if (sends) {
            return receives ? SENDRECV : SENDONLY;
        }
        return receives ? RECVONLY : INACTIVE;
    }

    /** Whether who says this will send. */
    public boolean sends() {
        return sends;
    }

    /** Whether who says this wants to receive. */
    public boolean receives() {
        return receives;
    }

    /** The same, seen from the other side. */
    public Direction reversed() {
        return of(receives, sends);
    }

    /** What both allow. */
    public Direction within(Direction other) {
        return of(sends && other.sends, receives && other.receives);
    }

    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
