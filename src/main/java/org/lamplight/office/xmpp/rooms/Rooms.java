package org.lamplight.office.xmpp.rooms;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Component;
import org.lamplight.office.xmpp.ComponentLine;
import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.StanzaException;
import org.lamplight.office.xmpp.Stanzas;
import org.lamplight.office.xmpp.XmppServer;
import org.lamplight.office.xmpp.xml.Element;

/**
 * Rooms for talks of many (XEP-0045) at {@code rooms.} below the server's domain.
 *
 * <p>Guarded by the server's lock; its own public methods take it.
 */
public final class Rooms implements Component {
    private static final int MOST_ROOMS = 1_000;
    private static final int MOST_OWN = 100;
    private static final int LONGEST_NAME = 200;

    private final ComponentLine line;
    private final Map<String, RoomParts> rooms = new LinkedHashMap<>();
    private final RoomDisco disco = new RoomDisco(this);
    private final RoomIq iqs = new RoomIq(this, disco);

    private Rooms(ComponentLine line) {
        this.line = line;
    }

    /** Opens the service beside a server. */
    public static Rooms open(XmppServer server) {
        return server.attach("rooms", Rooms::new);
    }

    @Override
    public String name() {
        return "Rooms";
    }

    /** The service's own domain. */
    public String domain() {
        return line.domain();
    }

    /** Makes a public room that stays, with a subject set by its owner; nothing happens if there is one. */
    public void furnish(String local, String name, String subject, Jid owner) {
        line.locked(() -> {
            if (!rooms.containsKey(local)) {
                Room room = new Room(new Jid(local, domain(), ""), RoomSettings.lasting(name), line);
                room.affiliate(owner, Affiliation.OWNER);
                room.subject = new Subject(subject, "", Instant.now());
                rooms.put(local, new RoomParts(this, room));
            }
        });
    }

    /** Puts something into a room's archive that was said earlier, to nobody who is in now. */
    public void remember(String local, Jid person, String nick, Instant at, String body) {
        line.locked(() -> {
            RoomParts parts = rooms.get(local);
            if (parts != null) {
                parts.talk().remember(person, nick, at, body);
            }
        });
    }

    /** As if the service had been started anew: nobody is in any room, and nobody is told. */
    public void forgetOccupants() {
        line.locked(() -> rooms.values().forEach(parts -> parts.room().forgetOccupants()));
    }

    Collection<RoomParts> all() {
        return rooms.values();
    }

    ComponentLine line() {
        return line;
    }

    RoomParts require(Jid address) throws StanzaException {
        RoomParts room = find(address);
        if (room == null) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        return room;
    }

    @Nullable
    RoomParts find(Jid address) {
        return rooms.get(address.local());
    }

    @Override
    public void received(Element stanza, Jid from, Jid to) {
        try {
            switch (stanza.name()) {
                case "presence" -> presence(stanza, from, to);
                case "message" -> message(stanza, from, to);
                default -> iqs.received(stanza, from, to);
            }
        } catch (StanzaException e) {
            String type = stanza.attribute("type", "");
            if (!Set.of("error", "result", "unavailable").contains(type)) {
                line.send(from, Stanzas.error(stanza, e.condition()));
            }
        }
        tidy(to);
    }

    private void presence(Element presence, Jid from, Jid to) throws StanzaException {
        RoomParts there = find(to);
        switch (presence.attribute("type", "")) {
            case "" -> {
                if (to.local().isEmpty() || to.isBare()) {
                    throw new StanzaException(Condition.JID_MALFORMED);
                }
                boolean fresh = there == null && presence.find("x", MucNs.MUC) != null;
                RoomParts room = fresh ? create(to.bare(), from) : require(to);
                room.doors().present(from, to.resource(), presence, fresh);
            }
            case "unavailable", "error" -> {
                if (there != null) {
                    // An error is no farewell: what stands in it is not for the others.
                    boolean error = presence.attribute("type", "").equals("error");
                    Element words = Appearance.clean(error ? Stanzas.presence("") : presence);
                    there.doors().leave(from, Departure.ofOwnWill(words.children()));
                }
            }
            default -> {}
        }
    }

    private RoomParts create(Jid address, Jid owner) throws StanzaException {
        long own = rooms.values().stream()
                .filter(parts -> parts.room().affiliation(owner) == Affiliation.OWNER)
                .count();
        if (rooms.size() >= MOST_ROOMS || own >= MOST_OWN || address.local().length() > LONGEST_NAME) {
            throw new StanzaException(Condition.RESOURCE_CONSTRAINT);
        }
        Room room = new Room(address, RoomSettings.instant(address.local()), line);
        room.locked = true;
        room.affiliate(owner, Affiliation.OWNER);
        RoomParts parts = new RoomParts(this, room);
        rooms.put(address.local(), parts);
        return parts;
    }

    private void message(Element message, Jid from, Jid to) throws StanzaException {
        if (to.local().isEmpty()) {
            throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        }
        RoomParts room = require(to);
        switch (message.attribute("type", "")) {
            case "groupchat" -> {
                if (!to.isBare()) {
                    throw new StanzaException(Condition.BAD_REQUEST);
                }
                room.talk().toAll(from, message);
            }
            case "error" -> {}
            default -> {
                if (to.isBare()) {
                    room.invitations().received(from, message);
                } else {
                    room.whispers().pass(from, message, to.resource());
                }
            }
        }
    }

    /** A temporary room without anybody in it is over. */
    private void tidy(Jid to) {
        RoomParts parts = find(to);
        if (parts != null
                && parts.room().occupants().isEmpty()
                && !parts.room().settings.persistent()) {
            rooms.remove(to.local());
        }
    }

    void remove(Room room) {
        rooms.remove(room.address.local());
    }

    @Override
    public void closing() {
        for (RoomParts parts : rooms.values()) {
            // Each hears of itself only: nobody stays who would care for the others.
            parts.room().occupants().forEach(each -> parts.appearance().bidSelf(each, Departure.shutDown()));
        }
    }
}
