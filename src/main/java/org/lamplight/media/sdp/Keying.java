package org.lamplight.media.sdp;

/** Where the keys of a stream come from. */
public enum Keying {
    /** There are none. */
    NONE,
    /** From the description (RFC 4568). */
    SDES,
    /** From a handshake on the way of the sound (RFC 5763). */
    DTLS
}
