package org.lamplight.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** How a digest is made (RFC 8760, section 2.1). */
public enum Algorithm {
    MD5("MD5", "MD5"),
    SHA_256("SHA-256", "SHA-256"),
    SHA_512_256("SHA-512-256", "SHA-512/256");

    private final String token;
    private final String digest;

    Algorithm(String token, String digest) {
        this.token = token;
        this.digest = digest;
    }

    /** As challenges name it. */
    public String token() {
        return token;
    }

    /** Empty for those that we don't have; a challenge without any means MD5. */
    static Optional<Algorithm> of(String token) {
        for (Algorithm one : values()) {
            if (one.token.equalsIgnoreCase(token)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(digest).digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasThem) {
            throw new IllegalStateException(everyPlatformHasThem);
        }
    }
}
