package org.lamplight.chat;

import org.jspecify.annotations.Nullable;

/**
 * A talk with one peer, or in one room.
 *
 * @param unread messages that came and were not looked at
 * @param last the newest message, null in a talk without any
 * @param room whether it is a room (XEP-0045), of many
 */
public record Talk(String peer, int unread, @Nullable Message last, boolean room) {

    /** With one peer. */
    public Talk(String peer, int unread, @Nullable Message last) {
        this(peer, unread, last, false);
    }
}
