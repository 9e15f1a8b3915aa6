package org.lamplight.ui.picture;

/** Bytes that are no picture we show. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean large;

    Unreadable(boolean large, Throwable cause) {
        super(large ? "too many pixels" : "no picture", cause);
        this.large = large;
    }

    Unreadable(boolean large) {
        super(large ? "too many pixels" : "no picture");
        this.large = large;
    }

    /** Whether it is a picture, but a larger one than is unpacked. */
    public boolean isLarge() {
        return large;
    }
}
