package org.lamplight.xmpp.http;

/** A file can't be put or fetched; the message is a sentence for the user. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean mayPass;

    public Refused(String sentence, boolean mayPass) {
        super(sentence);
        this.mayPass = mayPass;
    }

    /** Whether it may go better in a while, with nobody doing anything about it. */
    public boolean mayPass() {
        return mayPass;
    }
}
