package org.lamplight.office.xmpp.rooms;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.StanzaException;
import org.lamplight.office.xmpp.xml.Element;

/** Coming, going and changing one's nick (XEP-0045 section 7). Guarded by the server's lock. */
final class Doors {
    private static final int LONGEST_NICK = 200;
    private static final int LONGEST_PRESENCE = 16_000;
    static final int MOST_OCCUPANTS = 10_000;

    private final Room room;
    private final Appearance appearance;
    private final Talk talk;

    Doors(Room room, Appearance appearance, Talk talk) {
        this.room = room;
        this.appearance = appearance;
        this.talk = talk;
    }

    /** An available presence to a nick: somebody enters, changes the nick, or only the presence. */
    void present(Jid session, String wanted, Element presence, boolean created) throws StanzaException {
        String nick = wanted.strip();
        Element clean = Appearance.clean(presence);
        if (nick.isEmpty() || nick.length() > LONGEST_NICK || clean.toXml("").length() > LONGEST_PRESENCE) {
            throw new StanzaException(Condition.NOT_ACCEPTABLE);
        }
        Occupant inside = room.at(session);
        Element wish = presence.find("x", MucNs.MUC);
        if (inside != null && wish == null) {
            if (inside.nick.equals(nick)) {
                inside.session(session, clean);
                appearance.announce(inside, null);
            } else {
                rename(inside, session, nick, clean);
            }
        } else if (wish == null) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        } else {
            enter(session, nick, clean, wish, codes(nick, wanted, created));
        }
    }

    private Set<Code> codes(String nick, String wanted, boolean created) {
        Set<Code> codes = EnumSet.of(Code.LOGGED);
        if (room.settings.nonAnonymous()) {
            codes.add(Code.NOT_ANONYMOUS);
        }
        if (created) {
            codes.add(Code.CREATED);
        }
        if (!nick.equals(wanted)) {
            codes.add(Code.NICK_CHANGED_BY_SERVICE);
        }
        return codes;
    }

    private void enter(Jid session, String nick, Element presence, Element wish, Set<Code> codes)
            throws StanzaException {
        Affiliation affiliation = room.affiliation(session);
        check(session, affiliation, wish);
        Occupant holder = room.named(nick);
        if (holder != null && !holder.person.equals(session.bare())) {
            throw new StanzaException(Condition.CONFLICT);
        }
        Occupant before = room.at(session);
        if (before != null && before != holder) {
            // A client that enters again under another nick has forgotten that it is in.
            leave(session, Departure.ofOwnWill(List.of()));
        }
        Occupant occupant = holder == null
                ? new Occupant(session.bare(), room.ids.of(session), nick, room.settings.roleOf(affiliation))
                : holder;
        room.admit(occupant, session, presence);
        appearance.showAll(occupant, session);
        appearance.announce(occupant, session);
        appearance.showSelf(occupant, session, codes);
        talk.welcome(session, HistoryWish.of(wish, Instant.now()));
    }

    private void check(Jid session, Affiliation affiliation, Element wish) throws StanzaException {
        if (affiliation == Affiliation.OUTCAST) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        boolean runsIt = affiliation.isAtLeast(Affiliation.ADMIN);
        if (room.locked && affiliation != Affiliation.OWNER) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        if (room.settings.membersOnly() && !affiliation.isAtLeast(Affiliation.MEMBER)) {
            throw new StanzaException(Condition.REGISTRATION_REQUIRED);
        }
        String password = room.settings.password();
        if (!password.isEmpty() && !runsIt && !password.equals(wish.childText("password"))) {
            throw new StanzaException(Condition.NOT_AUTHORIZED);
        }
        int most = room.settings.maxOccupants() == 0 ? MOST_OCCUPANTS : room.settings.maxOccupants();
        boolean full = room.occupants().size() >= (runsIt ? MOST_OCCUPANTS : most);
        if (full && room.at(session) == null) {
            throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        }
    }

    private void rename(Occupant occupant, Jid session, String nick, Element presence) throws StanzaException {
        if (room.named(nick) != null) {
            throw new StanzaException(Condition.CONFLICT);
        }
        appearance.bid(occupant, Departure.renamed(nick));
        room.rename(occupant, nick);
        occupant.session(session, presence);
        appearance.announce(occupant, null);
    }

    /** A client goes; the occupant too if it was the last of them. */
    void leave(Jid session, Departure departure) {
        Occupant occupant = room.at(session);
        if (occupant == null) {
            return;
        }
        if (occupant.sessions.size() == 1) {
            appearance.bid(occupant, departure);
            room.forget(occupant, session);
        } else {
            appearance.bidOne(occupant, session, departure);
            room.forget(occupant, session);
            appearance.announce(occupant, null);
        }
    }

    /** An occupant goes, with all clients. */
    void remove(Occupant occupant, Departure departure) {
        appearance.bid(occupant, departure);
        List.copyOf(occupant.sessions.keySet()).forEach(session -> room.forget(occupant, session));
    }
}
