package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The client's side of SCRAM, written from RFC 5802 for tests. */
final class ScramClient {
    private static final String NONCE = "fyko+d2lbbFgONRv9qkxdawL";

    private final String user;
    private final String password;
    private final boolean sha256;
    private String serverSignature = "";

    ScramClient(String user, String password, String mechanism) {
        this.user = user;
        this.password = password;
        this.sha256 = mechanism.endsWith("256");
    }

    String first() {
        return "n,," + bare();
    }

    private String bare() {
        return "n=" + user + ",r=" + NONCE;
    }

    String last(String challenge) throws Exception {
        String[] parts = challenge.split(",");
        assertThat(parts[0]).startsWith("r=" + NONCE).isNotEqualTo("r=" + NONCE);
        byte[] salt = Base64.getDecoder().decode(parts[1].substring(2));
        int iterations = Integer.parseInt(parts[2].substring(2));
        String withoutProof = "c=biws," + parts[0];
        byte[] said = (bare() + "," + challenge + "," + withoutProof).getBytes(StandardCharsets.UTF_8);
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, sha256 ? 256 : 160);
        byte[] salted = SecretKeyFactory.getInstance(sha256 ? "PBKDF2WithHmacSHA256" : "PBKDF2WithHmacSHA1")
                .generateSecret(spec)
                .getEncoded();
        byte[] clientKey = hmac(salted, "Client Key".getBytes(StandardCharsets.UTF_8));
        byte[] stored = MessageDigest.getInstance(sha256 ? "SHA-256" : "SHA-1").digest(clientKey);
        byte[] proof = hmac(stored, said);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= clientKey[i];
        }
        byte[] serverKey = hmac(salted, "Server Key".getBytes(StandardCharsets.UTF_8));
        serverSignature = Base64.getEncoder().encodeToString(hmac(serverKey, said));
        return withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof);
    }

    void check(String success) {
        assertThat(success).isEqualTo("v=" + serverSignature);
    }

    private byte[] hmac(byte[] key, byte[] data) throws Exception {
        String name = sha256 ? "HmacSHA256" : "HmacSHA1";
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key, name));
        return mac.doFinal(data);
    }
}
