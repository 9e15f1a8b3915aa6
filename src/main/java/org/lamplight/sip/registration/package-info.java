/** Being reachable: REGISTER, keep-alive, and coming back after a loss. */
@NullMarked
package org.lamplight.sip.registration;

import org.jspecify.annotations.NullMarked;
