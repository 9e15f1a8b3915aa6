package org.lamplight.chat;

import org.jspecify.annotations.Nullable;

/**
 * A room that a service shows to everybody.
 *
 * @param name null if it has none but its address
 */
public record ListedRoom(String address, @Nullable String name) {}
