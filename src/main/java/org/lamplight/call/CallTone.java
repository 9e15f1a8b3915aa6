package org.lamplight.call;

/** What a telephone lets one hear by itself. */
public enum CallTone {
    /** Somebody calls; on the device that rings. */
    RINGING,
    /** It rings over there. */
    RING_BACK,
    BUSY,
    /** The line could not carry it. */
    CONGESTION,
    /** Somebody else calls during a call. */
    WAITING
}
