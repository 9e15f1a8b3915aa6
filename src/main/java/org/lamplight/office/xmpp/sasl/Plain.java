package org.lamplight.office.xmpp.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** PLAIN (RFC 4616): name and password in the clear, so only offered inside TLS. */
final class Plain implements Mechanism {
    private final Credentials credentials;

    Plain(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Step respond(byte @Nullable [] response) throws SaslException {
        if (response == null) {
            return new Step("", null);
        }
        String[] parts = new String(response, UTF_8).split("\0", -1);
        if (parts.length != 3) {
            throw new SaslException("malformed-request");
        }
        String user = parts[1].toLowerCase(Locale.ROOT);
        String password = credentials.password(user);
        if (password == null || !MessageDigest.isEqual(password.getBytes(UTF_8), parts[2].getBytes(UTF_8))) {
            throw new SaslException("not-authorized");
        }
        return new Step("", user);
    }
}
