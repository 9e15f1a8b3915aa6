package org.lamplight.office.xmpp.sasl;

import java.util.List;

/** The mechanisms that the server offers, best first. Thread-safe. */
public final class Mechanisms {
    private static final String PLAIN = "PLAIN";

    private final Credentials credentials;

    public Mechanisms(Credentials credentials) {
        this.credentials = credentials;
    }

    public List<String> names(boolean encrypted) {
        String strong = ScramHash.SHA_256.mechanism();
        String usual = ScramHash.SHA_1.mechanism();
        return encrypted ? List.of(strong, usual, PLAIN) : List.of(strong, usual);
    }

    /**
     * Begins an authentication.
     *
     * @throws SaslException {@code invalid-mechanism} if it is not offered here
     */
    public Mechanism begin(String name, boolean encrypted) throws SaslException {
        if (!names(encrypted).contains(name)) {
            throw new SaslException(name.equals(PLAIN) ? "encryption-required" : "invalid-mechanism");
        }
        if (name.equals(PLAIN)) {
            return new Plain(credentials);
        }
        return new Scram(credentials, name.equals(ScramHash.SHA_256.mechanism()) ? ScramHash.SHA_256 : ScramHash.SHA_1);
    }
}
