package org.lamplight.office.xmpp.rooms;

/** The namespaces of rooms. */
final class MucNs {
    static final String MUC = "http://jabber.org/protocol/muc";
    static final String USER = MUC + "#user";
    static final String ADMIN = MUC + "#admin";
    static final String OWNER = MUC + "#owner";
    static final String ROOM_CONFIG = MUC + "#roomconfig";
    static final String ROOM_INFO = MUC + "#roominfo";
    static final String CONFERENCE = "jabber:x:conference";
    static final String OCCUPANT_ID = "urn:xmpp:occupant-id:0";
    static final String SELF_PING = MUC + "#self-ping-optimization";
    static final String STABLE_ID = MUC + "#stable_id";

    private MucNs() {}
}
