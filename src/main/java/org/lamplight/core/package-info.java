/** Threads and events: the one core thread that owns all domain state, and how its changes are heard. */
@NullMarked
package org.lamplight.core;

import org.jspecify.annotations.NullMarked;
