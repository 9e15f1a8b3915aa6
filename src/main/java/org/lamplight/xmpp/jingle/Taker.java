package org.lamplight.xmpp.jingle;

import org.jxmpp.jid.Jid;

/**
 * A client of a peer that takes files.
 *
 * @param address with its resource
 * @param sockets whether bytes can go over SOCKS5 bytestreams (XEP-0260)
 * @param inBand whether they can go in band (XEP-0261)
 */
public record Taker(Jid address, boolean sockets, boolean inBand) {}
