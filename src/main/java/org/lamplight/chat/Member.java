package org.lamplight.chat;

/**
 * Somebody who is something to a room, there or not (XEP-0045, section 5.2).
 *
 * @param address their bare address
 */
public record Member(String address, Occupant.Affiliation affiliation) {}
