package org.lamplight.call;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How far a call is, seen from here; and what may follow what. */
public enum CallState {
    /** Ours, on its way; nobody has rung yet. */
    DIALLING,
    /** It rings: there, or here. */
    RINGING,
    /** Ours, not answered, but already heard: an announcement, or the far end's own tone. */
    EARLY,
    CONNECTED,
    /** Held by us. */
    HELD,
    HELD_BY_PEER,
    ENDED;

    private static final Map<CallState, Set<CallState>> NEXT = new EnumMap<>(Map.of(
            DIALLING, EnumSet.of(RINGING, EARLY, CONNECTED, ENDED),
            RINGING, EnumSet.of(EARLY, CONNECTED, ENDED),
            EARLY, EnumSet.of(RINGING, CONNECTED, ENDED),
            CONNECTED, EnumSet.of(HELD, HELD_BY_PEER, ENDED),
            HELD, EnumSet.of(CONNECTED, HELD_BY_PEER, ENDED),
            HELD_BY_PEER, EnumSet.of(CONNECTED, HELD, ENDED),
            ENDED, EnumSet.noneOf(CallState.class)));

    /** Whether this may be followed by that. */
    public boolean mayBecome(CallState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether both sides have said yes, and neither has hung up. */
    public boolean isAnswered() {
        return this == CONNECTED || this == HELD || this == HELD_BY_PEER;
    }

    /** As the control interface says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
