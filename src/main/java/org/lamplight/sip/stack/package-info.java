/** The one door to JAIN-SIP: a stack for the process, a place to send from for each account. */
@NullMarked
package org.lamplight.sip.stack;

import org.jspecify.annotations.NullMarked;
