/**
 * Keys for secure RTP by a handshake on the way of the sound (RFC 5763, RFC 5764), by Bouncy Castle, which nothing else here
 * knows. Nothing in it opens a socket.
 */
@NullMarked
package org.lamplight.media.dtls;

import org.jspecify.annotations.NullMarked;
