package org.lamplight.media.srtp;

import java.util.Optional;

/** How packets are protected (RFC 4568, section 6.2). Both have keys of 16 and salts of 14 octets. */
public enum SrtpSuite {
    AES_CM_128_HMAC_SHA1_80(10),
    AES_CM_128_HMAC_SHA1_32(4);

    /** Octets of the master key with the salt behind it. */
    public static final int KEY_AND_SALT = 30;

    static final int KEY = 16;
    /** The tag of SRTCP is not shortened. */
    static final int CONTROL_TAG = 10;

    private final int tag;

    SrtpSuite(int tag) {
        this.tag = tag;
    }

    /** The one with this name in a description. */
    public static Optional<SrtpSuite> of(String name) {
        for (SrtpSuite suite : values()) {
            if (suite.name().equals(name)) {
                return Optional.of(suite);
            }
        }
        return Optional.empty();
    }

    /** Octets of the tag of an RTP packet. */
    int tag() {
        return tag;
    }
}
