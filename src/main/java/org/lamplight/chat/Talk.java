package org.lamplight.chat;

import org.jspecify.annotations.Nullable;

/**
 * A talk with one peer.
 *
 * @param unread messages that came and were not looked at
 * @param last the newest message, null in a talk without any
 */
public record Talk(String peer, int unread, @Nullable Message last) {}
