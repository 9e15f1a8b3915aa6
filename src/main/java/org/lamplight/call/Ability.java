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
    DND,
    /** There is a voicemail to hear, and to send callers to. */
    VOICEMAIL,
    /** The server sends all calls on by itself, once it was told. */
    SERVER_FORWARD;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
