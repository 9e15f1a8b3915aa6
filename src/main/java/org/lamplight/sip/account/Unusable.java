package org.lamplight.sip.account;

/** An account file that can't work; the message is a sentence for people. */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unusable(String sentence) {
        super(sentence);
    }
}
