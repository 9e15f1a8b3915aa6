package org.lamplight.media.ice;

import java.net.InetSocketAddress;

/**
 * A way to the peer.
 *
 * @param relayed by way of the relay, or else straight from our port
 */
record Route(boolean relayed, InetSocketAddress remote) {}
