package org.lamplight.office.xmpp.rooms;

/**
 * How a room is set up. Immutable.
 *
 * @param isPublic listed by service discovery
 * @param password empty for none
 * @param maxOccupants 0 for as many as the service takes
 * @param membersInvite whether others than moderators may invite
 * @param nonAnonymous whether everybody sees everybody's address, rather than only moderators
 * @param privateMessages who may write to a single occupant
 * @param anyoneSetsSubject whether others than moderators may
 */
record RoomSettings(
        String name,
        String description,
        boolean persistent,
        boolean isPublic,
        boolean membersOnly,
        String password,
        boolean moderated,
        int maxOccupants,
        boolean membersInvite,
        boolean nonAnonymous,
        PrivateMessages privateMessages,
        boolean anyoneSetsSubject) {

    /** Who may send private messages. */
    enum PrivateMessages {
        ANYONE,
        PARTICIPANTS,
        MODERATORS,
        NONE
    }

    /** An instant room: temporary, public, open. */
    static RoomSettings instant(String name) {
        return new RoomSettings(name, "", false, true, false, "", false, 0, true, false, PrivateMessages.ANYONE, false);
    }

    /** A public, open room that stays, where anyone sets the subject. */
    static RoomSettings lasting(String name) {
        return new RoomSettings(name, "", true, true, false, "", false, 0, true, false, PrivateMessages.ANYONE, true);
    }

    /** The role that somebody has on entering. */
    Role roleOf(Affiliation affiliation) {
        return switch (affiliation) {
            case OWNER, ADMIN -> Role.MODERATOR;
            case MEMBER -> Role.PARTICIPANT;
            case NONE -> moderated ? Role.VISITOR : Role.PARTICIPANT;
            case OUTCAST -> Role.NONE;
        };
    }
}
