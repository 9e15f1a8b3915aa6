package org.lamplight.office.xmpp.archive;

/** A query cannot be answered. */
public final class ArchiveException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** What stands in it cannot be understood. */
        MALFORMED,
        /** It asks for something that is not kept here. */
        UNSUPPORTED,
        /** It goes on from a message that is not there. */
        UNKNOWN_MESSAGE
    }

    ArchiveException(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /** Why not. */
    public Reason reason() {
        return reason;
    }
}
