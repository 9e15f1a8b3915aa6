package org.lamplight.office.xmpp.rooms;

import java.util.Locale;

/** What a person is to a room, inside or not (XEP-0045 section 5.2); least first. */
enum Affiliation {
    OUTCAST,
    NONE,
    MEMBER,
    ADMIN,
    OWNER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isAtLeast(Affiliation other) {
        return compareTo(other) >= 0;
    }
}
