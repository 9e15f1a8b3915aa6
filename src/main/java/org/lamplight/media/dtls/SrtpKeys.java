package org.lamplight.media.dtls;

import org.lamplight.media.srtp.SrtpSuite;

/** What a handshake gave: a key with its salt for each direction. */
public final class SrtpKeys {
    private final SrtpSuite suite;
    private final byte[] own;
    private final byte[] peer;

    /** {@link SrtpSuite#KEY_AND_SALT} octets each, of which nobody else has a copy. */
    SrtpKeys(SrtpSuite suite, byte[] own, byte[] peer) {
        this.suite = suite;
        this.own = own;
        this.peer = peer;
    }

    public SrtpSuite suite() {
        return suite;
    }

    /** What we protect with. */
    public byte[] own() {
        return own.clone();
    }

    /** What we open with. */
    public byte[] peer() {
        return peer.clone();
    }
}
