package org.lamplight.office.xmpp.rooms;

import java.util.Locale;

/** What an occupant may do while inside (XEP-0045 section 5.1); least first. */
enum Role {
    NONE,
    VISITOR,
    PARTICIPANT,
    MODERATOR;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isAtLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
