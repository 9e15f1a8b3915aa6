package org.lamplight.call;

import java.util.Locale;

/** What a line can do besides calling and hanging up. */
public enum Ability {
    HOLD,
    TRANSFER,
    ATTENDED_TRANSFER,
    CONFERENCE,
    VIDEO,
    RECORD,
    DTMF,
    FORWARD,
    DND;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
