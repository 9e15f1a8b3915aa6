package org.lamplight.office.xmpp.rooms;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.ComponentLine;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.archive.Archive;
import org.lamplight.office.xmpp.xml.Element;

/** One room: who is in, who is what to it, what was said. Guarded by the server's lock. */
final class Room {
    private static final int MOST_ARCHIVED = 20_000;

    final Jid address;
    final Archive archive = new Archive(MOST_ARCHIVED);
    final OccupantIds ids = new OccupantIds();
    RoomSettings settings;
    Subject subject = new Subject("", "", Instant.now());

    /** Made by somebody who has not yet said how it shall be: nobody else gets in (XEP-0045 section 10.1.2). */
    boolean locked;

    private final ComponentLine line;
    private final Map<String, Occupant> byNick = new LinkedHashMap<>();
    private final Map<Jid, Occupant> bySession = new HashMap<>();
    private final Map<Jid, Affiliation> affiliations = new LinkedHashMap<>();

    Room(Jid address, RoomSettings settings, ComponentLine line) {
        this.address = address;
        this.settings = settings;
        this.line = line;
    }

    Collection<Occupant> occupants() {
        return byNick.values();
    }

    @Nullable
    Occupant named(String nick) {
        return byNick.get(nick);
    }

    /** Who a client is in here; null if it is outside. */
    @Nullable
    Occupant at(Jid session) {
        return bySession.get(session);
    }

    boolean isInside(Jid person) {
        return bySession.keySet().stream().anyMatch(jid -> jid.bare().equals(person));
    }

    void admit(Occupant occupant, Jid session, Element presence) {
        byNick.put(occupant.nick, occupant);
        bySession.put(session, occupant);
        occupant.session(session, presence);
    }

    /** Forgets a client; its occupant too if it was the last. */
    void forget(Occupant occupant, Jid session) {
        bySession.remove(session);
        occupant.sessions.remove(session);
        if (occupant.sessions.isEmpty()) {
            byNick.remove(occupant.nick);
        }
    }

    void forgetOccupants() {
        bySession.clear();
        byNick.clear();
    }

    void rename(Occupant occupant, String nick) {
        byNick.remove(occupant.nick);
        occupant.nick = nick;
        byNick.put(nick, occupant);
    }

    Affiliation affiliation(Jid person) {
        return affiliations.getOrDefault(person.bare(), Affiliation.NONE);
    }

    void affiliate(Jid person, Affiliation affiliation) {
        if (affiliation == Affiliation.NONE) {
            affiliations.remove(person.bare());
        } else {
            affiliations.put(person.bare(), affiliation);
        }
    }

    int affiliated() {
        return affiliations.size();
    }

    List<Jid> affiliated(Affiliation affiliation) {
        return affiliations.entrySet().stream()
                .filter(entry -> entry.getValue() == affiliation)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether somebody may know whose nick is whose. */
    boolean seesAddresses(Occupant viewer) {
        return settings.nonAnonymous() || viewer.role == Role.MODERATOR;
    }

    /** The room's own address, or an occupant's in it. */
    String address(String nick) {
        return address.at(nick).toString();
    }

    void send(Jid session, Element stanza) {
        line.send(session, stanza);
    }

    void send(Occupant occupant, Element stanza) {
        occupant.sessions.keySet().forEach(session -> line.send(session, stanza));
    }

    void sendAll(Element stanza, Predicate<Occupant> to) {
        for (Occupant occupant : List.copyOf(byNick.values())) {
            if (to.test(occupant)) {
                send(occupant, stanza);
            }
        }
    }

    /** What the room says of itself goes for nobody in particular. */
    void sendAll(Element stanza) {
        sendAll(stanza, occupant -> true);
    }
}
