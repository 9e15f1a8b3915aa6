/** SIP messages (RFC 3261 section 7), read from hostile octets within bounds, and written. */
@NullMarked
package org.lamplight.office.sip.message;

import org.jspecify.annotations.NullMarked;
