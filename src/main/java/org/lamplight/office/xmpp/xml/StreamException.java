package org.lamplight.office.xmpp.xml;

/** The stream must end with a stream error (RFC 6120 section 4.9.3); the message is the condition's element name. */
public final class StreamException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String condition;

    public StreamException(String condition) {
        super(condition);
        this.condition = condition;
    }

    public String condition() {
        return condition;
    }
}
