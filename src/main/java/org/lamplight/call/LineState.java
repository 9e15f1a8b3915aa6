package org.lamplight.call;

import java.util.Locale;

/** Whether a line can carry calls. */
public enum LineState {
    REGISTERED,
    REGISTERING,
    /** The person must do something. */
    FAILED,
    UNCONFIGURED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
