package org.lamplight.call;

/** What was asked of a call can't be done; the message is a sentence for people. */
public final class CallRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CallRefused(String sentence) {
        super(sentence);
    }
}
