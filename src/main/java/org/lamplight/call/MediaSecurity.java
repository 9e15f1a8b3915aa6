package org.lamplight.call;

import java.util.Locale;
import java.util.Optional;

/** How sound is protected on its way. */
public enum MediaSecurity {
    NONE,
    /** SRTP with keys in the signalling (RFC 4568): as secret as that is. */
    SDES,
    /** SRTP with keys that only both ends know (RFC 5764). */
    DTLS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MediaSecurity> of(String word) {
        for (MediaSecurity one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
