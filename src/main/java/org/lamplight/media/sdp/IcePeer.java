package org.lamplight.media.sdp;

/**
 * The other side of the search for a way.
 *
 * @param controlling whether we decide which way is taken
 */
public record IcePeer(IceTerms terms, boolean controlling) {}
