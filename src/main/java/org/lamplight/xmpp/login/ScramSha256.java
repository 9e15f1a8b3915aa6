package org.lamplight.xmpp.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.security.auth.callback.CallbackHandler;
import org.jivesoftware.smack.SmackException.SmackSaslException;
import org.jivesoftware.smack.sasl.SASLMechanism;
import org.jspecify.annotations.Nullable;

/** SCRAM-SHA-256 (RFC 7677) without channel binding, which Smack lacks. One object for one sign-in. */
public final class ScramSha256 extends SASLMechanism {
    private static final int FEWEST_ITERATIONS = 4096;
    private static final int MOST_ITERATIONS = 1_000_000;
    private static final String HEADER = "n,,";

    private String clientFirst = "";
    private byte @Nullable [] serverSignature;
    private boolean proven;

    @Override
    public String getName() {
        return "SCRAM-SHA-256";
    }

    /** Before SHA-1 (110), after its -PLUS form (100). Lower goes first. */
    @Override
    public int getPriority() {
        return 105;
    }

    @Override
    protected SASLMechanism newInstance() {
        return new ScramSha256();
    }

    @Override
    protected void authenticateInternal(CallbackHandler handler) throws SmackSaslException {
        throw new SmackSaslException("a password is needed");
    }

    @Override
    protected byte[] getAuthenticationText() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String name = saslPrep(authenticationId).replace("=", "=3D").replace(",", "=2C");
        clientFirst = "n=" + name + ",r=" + Base64.getEncoder().encodeToString(random);
        return utf8(HEADER + clientFirst);
    }

    @Override
    protected byte @Nullable [] evaluateChallenge(byte[] challenge) throws SmackSaslException {
        String text = new String(challenge, StandardCharsets.UTF_8);
        if (serverSignature == null) {
            return answer(text);
        }
        String expected = "v=" + Base64.getEncoder().encodeToString(serverSignature);
        if (!MessageDigest.isEqual(utf8(expected), utf8(text))) {
            throw new SmackSaslException("the server does not know the password");
        }
        proven = true;
        return null;
    }

    private byte[] answer(String serverFirst) throws SmackSaslException {
        Map<String, String> said = attributes(serverFirst);
        String nonce = said.getOrDefault("r", "");
        String ours = clientFirst.substring(clientFirst.indexOf(",r=") + 3);
        if (!nonce.startsWith(ours) || nonce.length() == ours.length()) {
            throw new SmackSaslException("the server's nonce does not go on from ours");
        }
        String finalBare = "c=" + Base64.getEncoder().encodeToString(utf8(HEADER)) + ",r=" + nonce;
        byte[] all = utf8(clientFirst + "," + serverFirst + "," + finalBare);
        try {
            byte[] salt = Base64.getDecoder().decode(said.getOrDefault("s", ""));
            byte[] salted = salted(salt, iterations(said));
            byte[] clientKey = hmac(salted, utf8("Client Key"));
            byte[] signature = hmac(MessageDigest.getInstance("SHA-256").digest(clientKey), all);
            serverSignature = hmac(hmac(salted, utf8("Server Key")), all);
            byte[] proof = new byte[clientKey.length];
            for (int i = 0; i < proof.length; i++) {
                proof[i] = (byte) (clientKey[i] ^ signature[i]);
            }
            return utf8(finalBare + ",p=" + Base64.getEncoder().encodeToString(proof));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SmackSaslException("the server's challenge makes no sense", e);
        }
    }

    private static int iterations(Map<String, String> said) throws SmackSaslException {
        String text = said.getOrDefault("i", "");
        int iterations = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
        if (iterations < FEWEST_ITERATIONS || iterations > MOST_ITERATIONS) {
            throw new SmackSaslException("the server wants " + text + " iterations");
        }
        return iterations;
    }

    private byte[] salted(byte[] salt, int iterations) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(saslPrep(password).toCharArray(), salt, iterations, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static Map<String, String> attributes(String text) throws SmackSaslException {
        Map<String, String> found = new HashMap<>();
        for (String part : text.split(",", -1)) {
            if (part.length() < 2 || part.charAt(1) != '=') {
                throw new SmackSaslException("the server's challenge makes no sense");
            }
            found.put(part.substring(0, 1), part.substring(2));
        }
        return found;
    }

    @Override
    protected void checkIfSuccessfulOrThrow() throws SmackSaslException {
        if (!proven) {
            throw new SmackSaslException("the server did not prove that it knows the password");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
