package org.lamplight.gateway;

/** Why something about a gateway was not done, as one plain sentence for the user. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String sentence) {
        super(sentence);
    }

    public Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
