package org.lamplight.office.xmpp;

/** A stanza is answered with an error. */
public final class StanzaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Condition condition;

    public StanzaException(Condition condition) {
        super(condition.element());
        this.condition = condition;
    }

    public Condition condition() {
        return condition;
    }
}
