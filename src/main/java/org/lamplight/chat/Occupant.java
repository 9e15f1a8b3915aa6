package org.lamplight.chat;

import java.util.Locale;
import java.util.Optional;
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
        boolean moderates = role == Role.MODERATOR && other.affiliation.compareTo(affiliation) < 0;
        return moderates || isOwnerOver(other);
    }

    /** Whether they may ban another, and make them a member or take that back. */
    public boolean mayJudge(Occupant other) {
        return affiliation.compareTo(Affiliation.ADMIN) >= 0 && other.affiliation.compareTo(affiliation) < 0;
    }

    /** Whether they may make another an administrator of the room. */
    public boolean mayAppoint(Occupant other) {
        return isOwnerOver(other);
    }

    /** Whether they may change how the room is. */
    public boolean maySetUp() {
        return affiliation == Affiliation.OWNER;
    }

    private boolean isOwnerOver(Occupant other) {
        return affiliation == Affiliation.OWNER && other.affiliation != Affiliation.OWNER;
    }
}
