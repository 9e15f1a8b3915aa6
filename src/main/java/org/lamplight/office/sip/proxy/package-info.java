/** Requests passed on between users (RFC 3261 section 16). */
@NullMarked
package org.lamplight.office.sip.proxy;

import org.jspecify.annotations.NullMarked;
