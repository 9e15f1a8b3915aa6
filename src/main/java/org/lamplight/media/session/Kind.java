package org.lamplight.media.session;

/** What a datagram on a port of sound is, by its first octet (RFC 7983, section 7). */
enum Kind {
    STUN,
    DTLS,
    /** From a relay (RFC 8656, section 12.4). */
    CHANNEL,
    /** RTP or RTCP, secured or not. */
    MEDIA,
    UNKNOWN;

    static Kind of(byte[] data, int length) {
        int first = length == 0 ? -1 : data[0] & 0xFF;
        if (first >= 0 && first <= 3) {
            return STUN;
        } else if (first >= 20 && first <= 63) {
            return DTLS;
        } else if (first >= 64 && first <= 79) {
            return CHANNEL;
        }
        return first >= 128 && first <= 191 ? MEDIA : UNKNOWN;
    }
}
