package org.lamplight.call;

import java.util.Locale;

/** What a key, or a button of a headset, does about calls. Where several of them share a key the first that can be done is. */
public enum CallAction {
    ANSWER,
    DECLINE,
    HANG_UP,
    MUTE;

    /** As settings and names of controls say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The setting that has its key. */
    public String setting() {
        return "call.key." + word();
    }

    /** Whether one key may be for both: never can both be done by what one means with it. */
    public boolean sharesWith(CallAction other) {
        return this == other || (this != MUTE && other != MUTE && (this == HANG_UP || other == HANG_UP));
    }
}
