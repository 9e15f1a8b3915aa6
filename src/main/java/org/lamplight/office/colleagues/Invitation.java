package org.lamplight.office.colleagues;

import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.xml.Element;

/**
 * An invitation to a room (XEP-0249; rooms send theirs with one inside).
 *
 * @param room the bare address
 * @param password empty for none
 */
record Invitation(String room, String password) {
    private static final String CONFERENCE = "jabber:x:conference";
    private static final String MUC_USER = "http://jabber.org/protocol/muc#user";

    /** The invitation in a message; null if there is none. */
    static @Nullable Invitation in(Element message) {
        Element x = message.find("x", CONFERENCE);
        Jid room = x == null ? null : Jid.parse(x.attribute("jid"));
        boolean groupchat = message.attribute("type", "").equals("groupchat");
        if (x == null || room == null || room.local().isEmpty() || groupchat) {
            return null;
        }
        return new Invitation(room.bare().toString(), x.attribute("password", ""));
    }

    /** Whether a presence says that one is in a room no longer. */
    static boolean isTurnedOut(Element presence) {
        Element x = presence.find("x", MUC_USER);
        return x != null
                && presence.attribute("type", "").equals("unavailable")
                && x.children().stream()
                        .anyMatch(child -> child.attribute("code", "").equals("110"));
    }
}
