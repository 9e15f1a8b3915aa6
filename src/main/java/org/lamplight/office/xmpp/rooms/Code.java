package org.lamplight.office.xmpp.rooms;

/** Status codes (XEP-0045 section 15.6) that this service sends. */
enum Code {
    NOT_ANONYMOUS(100),
    CONFIGURATION_CHANGED(104),
    SELF(110),
    LOGGED(170),
    NOW_NOT_ANONYMOUS(172),
    NOW_SEMI_ANONYMOUS(173),
    CREATED(201),
    NICK_CHANGED_BY_SERVICE(210),
    BANNED(301),
    NICK_CHANGED(303),
    KICKED(307),
    AFFILIATION_LOST(321),
    NOW_MEMBERS_ONLY(322),
    SHUTDOWN(332);

    private final int number;

    Code(int number) {
        this.number = number;
    }

    String number() {
        return Integer.toString(number);
    }
}
