package org.lamplight.office.xmpp.sasl;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hash functions of SCRAM (RFC 5802, RFC 7677). */
public enum ScramHash {
    SHA_1("SHA-1", "HmacSHA1", "PBKDF2WithHmacSHA1", 160),
    SHA_256("SHA-256", "HmacSHA256", "PBKDF2WithHmacSHA256", 256);

    private final String digest;
    private final String mac;
    private final String derivation;
    private final int bits;

    ScramHash(String digest, String mac, String derivation, int bits) {
        this.digest = digest;
        this.mac = mac;
        this.derivation = derivation;
        this.bits = bits;
    }

    /** The mechanism's name in SASL. */
    public String mechanism() {
        return "SCRAM-" + digest;
    }

    String derivation() {
        return derivation;
    }

    int bits() {
        return bits;
    }

    byte[] hash(byte[] data) {
        try {
            return MessageDigest.getInstance(digest).digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac function = Mac.getInstance(mac);
            function.init(new SecretKeySpec(key, mac));
            return function.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
