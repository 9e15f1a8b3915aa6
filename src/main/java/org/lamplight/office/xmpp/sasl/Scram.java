package org.lamplight.office.xmpp.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SCRAM without channel binding (RFC 5802, RFC 7677), the server's side. */
final class Scram implements Mechanism {
    private final Credentials credentials;
    private final ScramHash hash;
    private @Nullable Exchange exchange;

    Scram(Credentials credentials, ScramHash hash) {
        this.credentials = credentials;
        this.hash = hash;
    }

    private record Exchange(String user, ScramKeys keys, String header, String nonce, String said) {}

    @Override
    public Step respond(byte @Nullable [] response) throws SaslException {
        if (response == null) {
            return new Step("", null);
        }
        String message = new String(response, UTF_8);
        Exchange begun = exchange;
        return begun == null ? first(message) : last(begun, message);
    }

    private Step first(String message) throws SaslException {
        int authzidEnd = message.indexOf(',', message.indexOf(',') + 1);
        if (authzidEnd < 0 || !(message.startsWith("n,") || message.startsWith("y,"))) {
            throw new SaslException("malformed-request");
        }
        String bare = message.substring(authzidEnd + 1);
        Map<Character, String> parts = attributes(bare);
        String user =
                required(parts, 'n').replace("=2C", ",").replace("=3D", "=").toLowerCase(Locale.ROOT);
        ScramKeys keys = credentials.keys(user, hash);
        if (keys == null) {
            throw new SaslException("not-authorized");
        }
        String nonce = required(parts, 'r') + freshNonce();
        String reply = "r=" + nonce + ",s=" + base64(keys.salt()) + ",i=" + keys.iterations();
        exchange = new Exchange(user, keys, message.substring(0, authzidEnd + 1), nonce, bare + "," + reply);
        return new Step(reply, null);
    }

    private Step last(Exchange begun, String message) throws SaslException {
        Map<Character, String> parts = attributes(message);
        int proofAt = message.lastIndexOf(",p=");
        boolean sameNonce = required(parts, 'r').equals(begun.nonce());
        boolean sameHeader = required(parts, 'c').equals(base64(begun.header().getBytes(UTF_8)));
        if (proofAt < 0 || !sameNonce || !sameHeader) {
            throw new SaslException("not-authorized");
        }
        byte[] said = (begun.said() + "," + message.substring(0, proofAt)).getBytes(UTF_8);
        byte[] stored = begun.keys().storedKey();
        byte[] clientKey = xor(decode(required(parts, 'p')), hash.hmac(stored, said));
        if (!MessageDigest.isEqual(hash.hash(clientKey), stored)) {
            throw new SaslException("not-authorized");
        }
        String signature = "v=" + base64(hash.hmac(begun.keys().serverKey(), said));
        return new Step(signature, begun.user());
    }

    private static Map<Character, String> attributes(String message) {
        Map<Character, String> parts = new HashMap<>();
        for (String part : message.split(",")) {
            if (part.length() >= 2 && part.charAt(1) == '=') {
                parts.put(part.charAt(0), part.substring(2));
            }
        }
        return parts;
    }

    private static String required(Map<Character, String> parts, char key) throws SaslException {
        String value = parts.get(key);
        if (value == null) {
            throw new SaslException("malformed-request");
        }
        return value;
    }

    private static byte[] xor(byte[] one, byte[] other) throws SaslException {
        if (one.length != other.length) {
            throw new SaslException("not-authorized");
        }
        byte[] result = new byte[one.length];
        for (int i = 0; i < one.length; i++) {
            result[i] = (byte) (one[i] ^ other[i]);
        }
        return result;
    }

    private static byte[] decode(String text) throws SaslException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new SaslException("incorrect-encoding");
        }
    }

    private static String freshNonce() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
