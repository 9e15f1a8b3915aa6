package org.lamplight.sip;

/** A body that is no well-formed XML, is no document of the wanted kind, or is beyond every sensible size. */
public final class UnreadableBody extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableBody(String what) {
        super(what);
    }

    UnreadableBody(String what, Throwable cause) {
        super(what, cause);
    }
}
