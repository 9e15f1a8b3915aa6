package org.lamplight.office.xmpp.rooms;

import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.StanzaException;

/** Who may change what others are and may do (XEP-0045 sections 5.1.3 and 5.2.2). Guarded by the server's lock. */
final class Rights {
    private final Room room;

    Rights(Room room) {
        this.room = room;
    }

    /** Whether somebody may give an occupant a role. */
    void requireRole(Jid actor, Occupant target, Role role) throws StanzaException {
        Affiliation own = room.affiliation(actor);
        Affiliation theirs = room.affiliation(target.person);
        boolean aboutModeration = role == Role.MODERATOR || (target.role == Role.MODERATOR && role != Role.NONE);
        boolean moderates = isModerator(actor) || own.isAtLeast(Affiliation.ADMIN);
        if (!moderates || (aboutModeration && !own.isAtLeast(Affiliation.ADMIN))) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        boolean lowers = !role.isAtLeast(target.role);
        boolean self = actor.bare().equals(target.person);
        boolean protectedFromThem = !own.isAtLeast(theirs) || (theirs.isAtLeast(Affiliation.ADMIN) && own == theirs);
        if (lowers && !self && protectedFromThem) {
            throw new StanzaException(Condition.NOT_ALLOWED);
        }
    }

    /** Whether somebody may make a person something to the room. */
    void requireAffiliation(Jid actor, Jid person, Affiliation next) throws StanzaException {
        Affiliation own = room.affiliation(actor);
        Affiliation theirs = room.affiliation(person);
        if (!own.isAtLeast(Affiliation.ADMIN)) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        boolean self = actor.bare().equals(person.bare());
        if (self && next == Affiliation.OUTCAST) {
            throw new StanzaException(Condition.CONFLICT);
        }
        if (own == Affiliation.ADMIN && next.isAtLeast(Affiliation.ADMIN) && theirs != next) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        if (own == Affiliation.ADMIN && theirs.isAtLeast(Affiliation.ADMIN) && !self) {
            throw new StanzaException(Condition.NOT_ALLOWED);
        }
        boolean lastOwner = theirs == Affiliation.OWNER
                && next != Affiliation.OWNER
                && room.affiliated(Affiliation.OWNER).size() == 1;
        if (lastOwner) {
            throw new StanzaException(Condition.CONFLICT);
        }
    }

    /** Whether somebody may read who has an affiliation or, with null, a role. */
    void requireList(Jid actor, @Nullable Affiliation affiliation) throws StanzaException {
        Affiliation own = room.affiliation(actor);
        boolean members = affiliation == Affiliation.MEMBER && own.isAtLeast(Affiliation.MEMBER);
        boolean may = affiliation == null ? isModerator(actor) : members;
        // Where everybody's address is seen anyway, clients want to know whom they write to.
        boolean seen = affiliation != null
                && affiliation != Affiliation.OUTCAST
                && room.settings.nonAnonymous()
                && room.at(actor) != null;
        if (!may && !seen && !own.isAtLeast(Affiliation.ADMIN)) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
    }

    boolean isModerator(Jid actor) {
        Occupant occupant = room.at(actor);
        return occupant != null && occupant.role == Role.MODERATOR;
    }
}
