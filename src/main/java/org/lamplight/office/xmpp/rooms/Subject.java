package org.lamplight.office.xmpp.rooms;

import java.time.Instant;

/**
 * What a room is about at the moment.
 *
 * @param nick of who said so; empty for nobody
 */
record Subject(String text, String nick, Instant at) {}
