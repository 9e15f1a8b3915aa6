package org.lamplight.chat;

import org.jspecify.annotations.Nullable;

/**
 * Somebody asks us into a room.
 *
 * @param from the bare address of who asks; null where the room does not tell
 * @param mediated whether it came through the room (XEP-0045, section 7.8.2), so that only the room says who asks; it may
 *     say what it likes
 * @param words what they said to it
 * @param password what gets us in, if the room wants one
 */
public record RoomInvitation(
        String account,
        String room,
        @Nullable String from,
        boolean mediated,
        @Nullable String words,
        @Nullable String password) {
    /** Who asks, as far as one knows; a room that does not tell asks for itself. */
    public String inviter() {
        return from == null ? room : from;
    }

    /** The server that answers for it: that of the room which says so, or of who asks. */
    public String server() {
        String voucher = mediated ? room : inviter();
        return voucher.substring(voucher.indexOf('@') + 1);
    }
}
