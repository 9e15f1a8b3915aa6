package org.lamplight.chat;

import org.jspecify.annotations.Nullable;

/**
 * Somebody asks us into a room.
 *
 * @param from the bare address of who asks; null where the room does not tell
 * @param words what they said to it
 * @param password what gets us in, if the room wants one
 */
public record RoomInvitation(
        String account,
        String room,
        @Nullable String from,
        @Nullable String words,
        @Nullable String password) {}
