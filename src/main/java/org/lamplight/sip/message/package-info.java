/** Addresses and header values as text: read with care, written so that nothing can be smuggled in. */
@NullMarked
package org.lamplight.sip.message;

import org.jspecify.annotations.NullMarked;
