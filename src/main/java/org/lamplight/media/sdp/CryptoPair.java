package org.lamplight.media.sdp;

/**
 * The keys of both directions.
 *
 * @param own what we protect with
 * @param peer what we open with
 */
public record CryptoPair(CryptoAttribute own, CryptoAttribute peer) {}
