/** One end of a dialog (RFC 3261 section 12), of calls and of subscriptions, and who is in a call with whom. */
@NullMarked
package org.lamplight.office.sip.dialog;

import org.jspecify.annotations.NullMarked;
