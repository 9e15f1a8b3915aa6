package org.lamplight.control;

import org.lamplight.core.Texts;

/** A command that is not carried out; the message is one plain sentence. */
public final class Refusal extends Exception {
    private static final Texts TEXTS = Texts.of(Refusal.class);
    private static final long serialVersionUID = 1;

    /** Exit codes of the command line. */
    static final int REFUSED = 1;

    static final int USAGE = 2;
    static final int NOT_RUNNING = 3;
    static final int NO_ANSWER = 4;

    private final int exit;

    public Refusal(String sentence) {
        this(REFUSED, sentence);
    }

    Refusal(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    static Refusal usage(String how) {
        return new Refusal(USAGE, TEXTS.get("usage", how));
    }

    int exit() {
        return exit;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
