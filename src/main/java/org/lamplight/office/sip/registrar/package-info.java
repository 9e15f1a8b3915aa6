/** Where users can be reached (RFC 3261 section 10). */
@NullMarked
package org.lamplight.office.sip.registrar;

import org.jspecify.annotations.NullMarked;
