package org.lamplight.office.xmpp.archive;

import java.time.Instant;
import org.lamplight.office.xmpp.xml.Element;

/**
 * One archived message.
 *
 * @param number orders the entries of one archive
 * @param id what clients call it: its stanza id (XEP-0359)
 * @param with the other side's address, or who spoke in a room
 * @param length of the message, in characters
 */
public record Entry(long number, String id, Instant at, String with, Element message, int length) {}
