/** Subscriptions to what happens elsewhere (RFC 6665). */
@NullMarked
package org.lamplight.sip.event;

import org.jspecify.annotations.NullMarked;
