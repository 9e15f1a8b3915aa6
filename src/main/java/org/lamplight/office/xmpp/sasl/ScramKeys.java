package org.lamplight.office.xmpp.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What a server keeps of a password for SCRAM (RFC 5802 section 3). Immutable. */
public final class ScramKeys {
    private static final int ITERATIONS = 4096;

    private final byte[] salt;
    private final byte[] storedKey;
    private final byte[] serverKey;

    private ScramKeys(byte[] salt, byte[] storedKey, byte[] serverKey) {
        this.salt = salt;
        this.storedKey = storedKey;
        this.serverKey = serverKey;
    }

    public static ScramKeys of(String password, ScramHash hash) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, hash.bits());
            byte[] salted = SecretKeyFactory.getInstance(hash.derivation())
                    .generateSecret(spec)
                    .getEncoded();
            byte[] stored = hash.hash(hash.hmac(salted, "Client Key".getBytes(UTF_8)));
            return new ScramKeys(salt, stored, hash.hmac(salted, "Server Key".getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM lacks " + hash.derivation(), e);
        }
    }

    byte[] salt() {
        return salt.clone();
    }

    int iterations() {
        return ITERATIONS;
    }

    byte[] storedKey() {
        return storedKey.clone();
    }

    byte[] serverKey() {
        return serverKey.clone();
    }
}
