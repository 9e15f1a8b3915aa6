package org.lamplight.office.xmpp.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.StanzaException;
import org.lamplight.office.xmpp.xml.Element;

/** Roles and affiliations: read and changed, with what follows (XEP-0045 sections 8 and 9). Guarded by the server's lock. */
final class AdminDesk {
    private static final int MOST_AFFILIATED = 20_000;

    private final Room room;
    private final Appearance appearance;
    private final Doors doors;
    private final Rights rights;

    AdminDesk(Room room, Appearance appearance, Doors doors) {
        this.room = room;
        this.appearance = appearance;
        this.doors = doors;
        this.rights = new Rights(room);
    }

    /** One wanted change; the occupant is null for somebody outside, the affiliation for a change of role. */
    private record Change(
            @Nullable Occupant occupant,
            Jid person,
            @Nullable Affiliation affiliation,
            Role role,
            String reason) {}

    @Nullable
    Element answer(Element query, String type, Jid from) throws StanzaException {
        List<Element> items = query.children().stream()
                .filter(child -> child.is("item", MucNs.ADMIN))
                .toList();
        if (items.isEmpty()) {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
        if (type.equals("get")) {
            return list(items.get(0), from);
        }
        List<Change> changes = new ArrayList<>();
        for (Element item : items) {
            changes.addAll(read(item, from));
        }
        String actor = actor(from);
        changes.forEach(change -> apply(change, actor));
        return null;
    }

    private String actor(Jid from) {
        Occupant occupant = room.at(from);
        return occupant == null ? "" : occupant.nick;
    }

    private Element list(Element item, Jid from) throws StanzaException {
        String affiliation = item.attribute("affiliation");
        Element query = Element.of("query", MucNs.ADMIN);
        if (affiliation == null) {
            Role role = word(Role.values(), item.attribute("role", ""));
            rights.requireList(from, null);
            room.occupants().stream().filter(each -> each.role == role).forEach(each -> query.add(row(each)));
            return query;
        }
        Affiliation wanted = word(Affiliation.values(), affiliation);
        rights.requireList(from, wanted);
        for (Jid person : room.affiliated(wanted)) {
            query.child("item", MucNs.ADMIN).with("affiliation", wanted.word()).with("jid", person.toString());
        }
        return query;
    }

    private Element row(Occupant occupant) {
        return Element.of("item", MucNs.ADMIN)
                .with("affiliation", room.affiliation(occupant.person).word())
                .with("role", occupant.role.word())
                .with("nick", occupant.nick)
                .with("jid", occupant.jid().toString());
    }

    private static <T extends Enum<T>> T word(T[] all, String text) throws StanzaException {
        for (T each : all) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return each;
            }
        }
        throw new StanzaException(Condition.BAD_REQUEST);
    }

    private List<Change> read(Element item, Jid from) throws StanzaException {
        String nick = item.attribute("nick");
        Occupant occupant = nick == null ? null : room.named(nick);
        String reason = Item.reasonOf(item);
        String affiliation = item.attribute("affiliation");
        if (affiliation == null) {
            Role role = word(Role.values(), item.attribute("role", ""));
            if (occupant == null) {
                throw new StanzaException(Condition.ITEM_NOT_FOUND);
            }
            rights.requireRole(from, occupant, role);
            return List.of(new Change(occupant, occupant.person, null, role, reason));
        }
        Affiliation next = word(Affiliation.values(), affiliation);
        Jid jid = Jid.parse(item.attribute("jid"));
        Jid person = occupant != null && jid == null ? occupant.person : jid;
        if (person == null) {
            throw new StanzaException(nick == null ? Condition.JID_MALFORMED : Condition.ITEM_NOT_FOUND);
        }
        rights.requireAffiliation(from, person.bare(), next);
        if (next != Affiliation.NONE && room.affiliated() >= MOST_AFFILIATED) {
            throw new StanzaException(Condition.RESOURCE_CONSTRAINT);
        }
        return List.of(new Change(null, person.bare(), next, Role.NONE, reason));
    }

    private void apply(Change change, String actor) {
        if (change.affiliation() != null) {
            affiliate(change.person(), change.affiliation(), actor, change.reason());
        } else if (change.occupant() != null) {
            give(change.occupant(), change.role(), actor, change.reason());
        }
    }

    private void give(Occupant occupant, Role role, String actor, String reason) {
        if (role == Role.NONE) {
            doors.remove(occupant, Departure.removed(Code.KICKED, actor, reason));
        } else {
            Role before = occupant.role;
            occupant.role = role;
            announce(occupant, before);
        }
    }

    /** Who becomes a moderator sees everybody's address from now on. */
    private void announce(Occupant occupant, Role before) {
        appearance.announce(occupant, null);
        if (occupant.role == Role.MODERATOR && before != Role.MODERATOR) {
            List.copyOf(occupant.sessions.keySet()).forEach(session -> appearance.showAll(occupant, session));
        }
    }

    /** Makes a person something to the room, and does what follows from it. */
    void affiliate(Jid person, Affiliation next, String actor, String reason) {
        room.affiliate(person, next);
        List<Occupant> inside = room.occupants().stream()
                .filter(occupant -> occupant.person.equals(person))
                .toList();
        for (Occupant occupant : inside) {
            if (next == Affiliation.OUTCAST) {
                doors.remove(occupant, Departure.removed(Code.BANNED, actor, reason));
            } else if (room.settings.membersOnly() && next == Affiliation.NONE) {
                doors.remove(occupant, Departure.removed(Code.AFFILIATION_LOST, actor, reason));
            } else {
                Role before = occupant.role;
                occupant.role = room.settings.roleOf(next);
                announce(occupant, before);
            }
        }
        if (inside.isEmpty()) {
            tellOfAbsent(person, next, reason);
        }
    }

    /** Those who may know whose address is whose learn of changes to who is not in. */
    private void tellOfAbsent(Jid person, Affiliation next, String reason) {
        Element item = Item.of(next, Role.NONE).with("jid", person.toString());
        Element message = Element.of("message", Ns.CLIENT)
                .with("type", "normal")
                .with("from", room.address.toString())
                .add(Item.x(Item.reason(item, reason), List.of()));
        room.sendAll(message, room::seesAddresses);
    }
}
