/** Who does what: presence (RFC 3856, RFC 3903) and busy lamps (RFC 4235) for those who subscribe (RFC 6665). */
@NullMarked
package org.lamplight.office.sip.presence;

import org.jspecify.annotations.NullMarked;
