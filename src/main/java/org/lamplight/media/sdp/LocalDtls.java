package org.lamplight.media.sdp;

/**
 * What this side says of its handshake.
 *
 * @param own our certificate
 * @param connects whether we would rather begin, where the other side leaves it to us
 */
public record LocalDtls(Fingerprint own, boolean connects) {}
