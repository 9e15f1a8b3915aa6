/** Secure RTP (RFC 3711) with keys that signalling brings (RFC 4568): AES in counter mode, HMAC-SHA1, replay windows. */
@NullMarked
package org.lamplight.media.srtp;

import org.jspecify.annotations.NullMarked;
