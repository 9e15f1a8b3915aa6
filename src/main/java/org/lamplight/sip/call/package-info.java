/** Calls by INVITE: out, in, held, transferred, ended. */
@NullMarked
package org.lamplight.sip.call;

import org.jspecify.annotations.NullMarked;
