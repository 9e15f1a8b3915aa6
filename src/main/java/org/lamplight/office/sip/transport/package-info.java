/** Octets to messages: one UDP port, the TCP port of the same number, and one for TLS. */
@NullMarked
package org.lamplight.office.sip.transport;

import org.jspecify.annotations.NullMarked;
