package org.lamplight.office.xmpp.rooms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Somebody in a room under one nick, with one or more clients. */
final class Occupant {
    final Jid person;
    /** What others call the person whatever the nick (XEP-0421). */
    final Element id;

    String nick;
    Role role;
    /** The clients' presences as others may see them, by full address; the one that spoke last is last. */
    final Map<Jid, Element> sessions = new LinkedHashMap<>(2);

    /** How others see it, as it was announced last: with its address and without. */
    @Nullable
    Element shown;

    @Nullable
    Element hidden;

    Occupant(Jid person, Element id, String nick, Role role) {
        this.person = person;
        this.id = id;
        this.nick = nick;
        this.role = role;
    }

    void session(Jid jid, Element presence) {
        sessions.remove(jid);
        sessions.put(jid, presence);
    }

    /** The full address of the client that spoke last. */
    Jid jid() {
        Jid last = person;
        for (Jid jid : sessions.keySet()) {
            last = jid;
        }
        return last;
    }

    Element presence() {
        return sessions.getOrDefault(jid(), Element.of("presence", Ns.CLIENT));
    }
}
