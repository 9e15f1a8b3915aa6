package org.lamplight.media.rtp;

/** Numbers that wrap, made to go on for ever: each new one is taken as the nearest to the highest before it. */
public final class Extended {
    private final int bits;
    private boolean started;
    private long highest;

    private Extended(int bits) {
        this.bits = bits;
    }

    /** For sequence numbers, of 16 bits. */
    public static Extended sequence() {
        return new Extended(16);
    }

    /** For timestamps, of 32 bits. */
    public static Extended timestamp() {
        return new Extended(32);
    }

    /** The number with its wraps counted. The first one stands one wrap up, so that earlier ones are not negative. */
    public long extend(int number) {
        long span = 1L << bits;
        long low = number & (span - 1);
        if (!started) {
            started = true;
            highest = span + low;
            return highest;
        }
        long near = highest - highest % span + low;
        if (near - highest > span / 2) {
            near -= span;
        } else if (highest - near >= span / 2) {
            near += span;
        }
        highest = Math.max(highest, near);
        return near;
    }
}
