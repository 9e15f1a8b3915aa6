package org.lamplight.media.tone;

/** What a telephone network lets one hear. */
public enum ProgressTone {
    /** It rings at the other end. */
    RINGBACK,
    /** The other end is busy. */
    BUSY,
    /** The way there is, or the number is none. */
    CONGESTION,
    /** Somebody else calls during a call. */
    WAITING
}
