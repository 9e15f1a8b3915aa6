package org.lamplight.chat;

import org.jspecify.annotations.Nullable;

/**
 * How a room shall be. What is null stays as it is, or as the server has it for a new one. Immutable.
 *
 * @param password empty: none any more
 */
public record RoomOptions(
        @Nullable String name,
        @Nullable Boolean membersOnly,
        @Nullable Boolean listed,
        @Nullable Boolean moderated,
        @Nullable Boolean membersInvite,
        @Nullable String password) {

    /** As the server likes. */
    public static RoomOptions usual() {
        return new RoomOptions(null, null, null, null, null, null);
    }

    /** A room that nobody finds and only those get into who were invited. */
    public static RoomOptions privately(@Nullable String name) {
        return new RoomOptions(name, true, false, null, true, null);
    }
}
