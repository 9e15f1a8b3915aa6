package org.lamplight.media.tone;

/** What a caller hears before anybody answers. */
public enum ProgressTone {
    /** It rings at the other end. */
    RINGBACK,
    /** The other end is busy. */
    BUSY,
    /** The way there is, or the number is none. */
    CONGESTION
}
