package org.lamplight.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;

/**
 * Somebody who is in a room. Immutable.
 *
 * @param address their bare address, where the room tells it; null in a room that hides it
 * @param status as they say it in the room
 */
public record Occupant(
        String nick,
        Role role,
        Affiliation affiliation,
        @Nullable String address,
        Status status) {

    /** What somebody may do while there (XEP-0045, section 5.1). From least to most. */
    public enum Role {
        NONE,
        VISITOR,
        PARTICIPANT,
        MODERATOR;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Role> of(String word) {
            return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }

    /** What somebody is to the room, there or not (XEP-0045, section 5.2). From least to most. */
    public enum Affiliation {
        OUTCAST,
        NONE,
        MEMBER,
        ADMIN,
        OWNER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether who is this may make another, who is {@code theirs}, the next (XEP-0045, sections 5.2, 9 and 10). */
        public boolean mayMake(Affiliation theirs, Affiliation next) {
            boolean amongLesser = theirs.compareTo(ADMIN) < 0 && next.compareTo(ADMIN) < 0;
            return theirs != next && (this == OWNER || (this == ADMIN && amongLesser));
        }

        public static Optional<Affiliation> of(String word) {
            for (Affiliation one : values()) {
                if (one.word().equals(word)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether they may send another out of the room. */
    public boolean mayKick(Occupant other) {
        boolean guarded = other.affiliation.compareTo(Affiliation.ADMIN) >= 0;
        boolean lesser = other.affiliation.compareTo(affiliation) < (guarded ? 0 : 1);
        return (role == Role.MODERATOR && lesser) || isOwnerOver(other);
    }

    /** Whether they may ban another, and make them a member or take that back. */
    public boolean mayJudge(Occupant other) {
        return affiliation.compareTo(Affiliation.ADMIN) >= 0 && other.affiliation.compareTo(affiliation) < 0;
    }

    /** Whether they may let another write, or take that back, where only who has voice may. */
    public boolean mayGiveVoice(Occupant other) {
        boolean taking = other.role == Role.PARTICIPANT;
        boolean guarded = taking && other.affiliation.compareTo(Affiliation.ADMIN) >= 0;
        return role == Role.MODERATOR && !guarded && (taking || other.role == Role.VISITOR);
    }

    /** Whether they may know who is banned, and let them in again. */
    public boolean mayPardon() {
        return affiliation.compareTo(Affiliation.ADMIN) >= 0;
    }

    /** Whether they may change how the room is, and close it. */
    public boolean maySetUp() {
        return affiliation == Affiliation.OWNER;
    }

    private boolean isOwnerOver(Occupant other) {
        return affiliation == Affiliation.OWNER && other.affiliation != Affiliation.OWNER;
    }
}
