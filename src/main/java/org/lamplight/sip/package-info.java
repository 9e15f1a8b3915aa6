/**
 * SIP. Here are the softphone's back end, and what bodies mean: presence as PIDF with RPID (RFC 3863, 4479, 4480, 4481) and busy lamps as
 * dialog-info (RFC 4235), read and written by pure functions.
 *
 * <p>Bodies come from the network: whatever they hold, reading one ends with a result or with {@link UnreadableBody}.
 * Elements are told by their local names, for servers disagree on prefixes and namespaces.
 */
@NullMarked
package org.lamplight.sip;

import org.jspecify.annotations.NullMarked;
