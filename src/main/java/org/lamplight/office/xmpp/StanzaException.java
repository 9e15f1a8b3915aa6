package org.lamplight.office.xmpp;

/** A stanza is answered with an error. */
final class StanzaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Condition condition;

    StanzaException(Condition condition) {
        super(condition.element());
        this.condition = condition;
    }

    Condition condition() {
        return condition;
    }
}
