/** Transactions (RFC 3261 section 17, RFC 6026): what is sent again, and until when. */
@NullMarked
package org.lamplight.office.sip.transaction;

import org.jspecify.annotations.NullMarked;
