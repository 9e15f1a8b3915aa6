package org.lamplight.office.xmpp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.office.xmpp.xml.Element;

/**
 * What a client that nobody looks at can do without for now (XEP-0352): presences and chat states, the last of each
 * sender. With the switchboard's monitor held.
 */
final class HeldBack {
    /** The namespace. */
    static final String NAMESPACE = "urn:xmpp:csi:0";

    private static final String MUC_USER = "http://jabber.org/protocol/muc#user";
    private static final Set<String> BESIDES =
            Set.of(Ns.CHAT_STATES, "urn:xmpp:hints", "urn:xmpp:sid:0", "urn:xmpp:occupant-id:0", MUC_USER);

    private final Map<String, Element> latest = new LinkedHashMap<>();
    private boolean inactive;

    /** From now on things are held back. */
    void begin() {
        inactive = true;
    }

    /** Nothing is held back any more; what was is to be sent now. */
    List<Element> end() {
        inactive = false;
        List<Element> held = new ArrayList<>(latest.values());
        latest.clear();
        return held;
    }

    /** Takes a stanza to keep for later; false if it is to be sent now. */
    boolean takes(Element stanza) {
        if (!inactive) {
            return false;
        }
        String sender = stanza.attribute("from", "");
        boolean presence = stanza.name().equals("presence") && isUpdate(stanza);
        boolean chatState = stanza.name().equals("message") && isOnlyChatState(stanza);
        if (!presence && !chatState) {
            // Who has written does not write any more.
            latest.remove("message " + sender);
            return false;
        }
        String key = stanza.name() + " " + sender;
        latest.remove(key);
        latest.put(key, stanza);
        return true;
    }

    /** What may not come after a stanza that is sent now: the occupants of a room before one's own entrance. */
    List<Element> before(Element stanza) {
        if (latest.isEmpty() || !isEntrance(stanza)) {
            return List.of();
        }
        String from = stanza.attribute("from", "");
        String room = "presence " + from.substring(0, (from + "/").indexOf('/')) + "/";
        List<Element> due = new ArrayList<>();
        latest.entrySet().removeIf(entry -> entry.getKey().startsWith(room) && due.add(entry.getValue()));
        return due;
    }

    /** Whether a room says something of the client itself. */
    private static boolean isEntrance(Element presence) {
        Element room = presence.find("x", MUC_USER);
        return room != null
                && room.children().stream()
                        .anyMatch(child -> child.attribute("code", "").equals("110"));
    }

    /** Whether it only says how somebody is; not an error, a request, or that the client itself entered a room. */
    private static boolean isUpdate(Element presence) {
        String type = presence.attribute("type", "");
        return !isEntrance(presence) && (type.isEmpty() || type.equals("unavailable"));
    }

    private static boolean isOnlyChatState(Element message) {
        boolean state = false;
        for (Element child : message.children()) {
            boolean passing = BESIDES.contains(child.namespace()) || child.is("thread", Ns.CLIENT);
            if (!passing) {
                return false;
            }
            state |= child.namespace().equals(Ns.CHAT_STATES);
        }
        return state;
    }
}
