package org.lamplight.office.xmpp.rooms;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.StanzaException;
import org.lamplight.office.xmpp.xml.Element;

/** What owners do with a whole room: set it up, destroy it (XEP-0045 section 10). Guarded by the server's lock. */
final class OwnerDesk {
    private final Rooms rooms;
    private final Room room;
    private final Appearance appearance;
    private final Doors doors;

    OwnerDesk(Rooms rooms, Room room, Appearance appearance, Doors doors) {
        this.rooms = rooms;
        this.room = room;
        this.appearance = appearance;
        this.doors = doors;
    }

    @Nullable
    Element answer(Element query, String type, Jid from) throws StanzaException {
        if (room.affiliation(from) != Affiliation.OWNER) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        if (type.equals("get")) {
            return Element.of("query", MucNs.OWNER).add(RoomConfig.form(room.settings));
        }
        Element destroy = query.find("destroy");
        Element form = query.find("x", Ns.DATA_FORM);
        if (destroy != null) {
            destroy(destroy);
        } else if (form != null && form.attribute("type", "").equals("cancel")) {
            cancel();
        } else if (form != null && form.attribute("type", "").equals("submit")) {
            configure(RoomConfig.read(form, room.settings));
        } else {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
        return null;
    }

    /** A room that was never set up is over; else all stays as it is. */
    private void cancel() {
        if (room.locked) {
            destroy(Element.of("destroy", MucNs.OWNER));
        }
    }

    private void destroy(Element wish) {
        Element destroy = Element.of("destroy", MucNs.USER).with("jid", wish.attribute("jid"));
        Item.reason(destroy, Item.reasonOf(wish));
        Departure departure = Departure.destroyed(destroy);
        // Each hears of it for itself only: all that the others would hear is that each of them goes.
        for (Occupant occupant : List.copyOf(room.occupants())) {
            appearance.bidSelf(occupant, departure);
            List.copyOf(occupant.sessions.keySet()).forEach(session -> room.forget(occupant, session));
        }
        rooms.remove(room);
    }

    private void configure(RoomSettings next) {
        RoomSettings before = room.settings;
        boolean fresh = room.locked;
        room.settings = next;
        room.locked = false;
        if (next.membersOnly() && !before.membersOnly()) {
            sendStrangersOut();
        }
        if (next.moderated() != before.moderated()) {
            giveRolesAnew();
        }
        Set<Code> codes = changes(before, next);
        if (!fresh && !codes.isEmpty()) {
            room.sendAll(Element.of("message", Ns.CLIENT)
                    .with("type", "groupchat")
                    .with("from", room.address.toString())
                    .add(Item.x(null, codes)));
        }
    }

    private static Set<Code> changes(RoomSettings before, RoomSettings next) {
        Set<Code> codes = EnumSet.noneOf(Code.class);
        if (!next.equals(before)) {
            codes.add(Code.CONFIGURATION_CHANGED);
        }
        if (next.nonAnonymous() != before.nonAnonymous()) {
            codes.add(next.nonAnonymous() ? Code.NOW_NOT_ANONYMOUS : Code.NOW_SEMI_ANONYMOUS);
        }
        return codes;
    }

    private void sendStrangersOut() {
        for (Occupant occupant : List.copyOf(room.occupants())) {
            if (!room.affiliation(occupant.person).isAtLeast(Affiliation.MEMBER)) {
                doors.remove(occupant, Departure.removed(Code.NOW_MEMBERS_ONLY, "", ""));
            }
        }
    }

    private void giveRolesAnew() {
        for (Occupant occupant : List.copyOf(room.occupants())) {
            Role role = room.settings.roleOf(room.affiliation(occupant.person));
            if (role != occupant.role && occupant.role != Role.MODERATOR) {
                occupant.role = role;
                appearance.announce(occupant, null);
            }
        }
    }
}
