/**
 * Finding a way between two ends (RFC 8445) over a port that somebody else reads, with the help of servers that tell us our
 * address (RFC 8489) or pass packets on (RFC 8656).
 */
@NullMarked
package org.lamplight.media.ice;

import org.jspecify.annotations.NullMarked;
