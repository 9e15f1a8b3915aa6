/** Who says so must know the password (RFC 3261 section 22, RFC 7616, RFC 8760). */
@NullMarked
package org.lamplight.office.sip.digest;

import org.jspecify.annotations.NullMarked;
