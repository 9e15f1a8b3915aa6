package org.lamplight.office.xmpp.sasl;

/** Authentication failed, with a condition of RFC 6120 section 6.5. */
public final class SaslException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String condition;

    public SaslException(String condition) {
        super(condition);
        this.condition = condition;
    }

    public String condition() {
        return condition;
    }
}
