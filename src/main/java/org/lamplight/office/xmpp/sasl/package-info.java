/** The server's side of SASL: SCRAM (RFC 5802, RFC 7677) and PLAIN (RFC 4616). */
@NullMarked
package org.lamplight.office.xmpp.sasl;

import org.jspecify.annotations.NullMarked;
