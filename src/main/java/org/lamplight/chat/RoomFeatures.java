package org.lamplight.chat;

/**
 * What kind of room it is (XEP-0045, section 6.4). Immutable.
 *
 * @param membersOnly whether only members get in
 * @param passworded whether a password is asked for
 * @param moderated whether visitors may only listen
 * @param listed whether everybody can find it
 * @param showsAddresses whether everybody there sees who the others are
 * @param membersInvite whether members may bring others
 * @param archived whether the room keeps what was said (XEP-0313)
 */
public record RoomFeatures(
        boolean membersOnly,
        boolean passworded,
        boolean moderated,
        boolean listed,
        boolean showsAddresses,
        boolean membersInvite,
        boolean archived) {

    /** Of a room that has not told yet. */
    public static final RoomFeatures UNKNOWN = new RoomFeatures(false, false, false, false, false, true, false);
}
