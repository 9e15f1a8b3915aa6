/**
 * Calls: their states, the lines that carry them, and the ports to signalling ({@link org.lamplight.call.Line}) and to
 * sound ({@link org.lamplight.call.MediaEngine}). Everything mutable here belongs on the core thread.
 */
@NullMarked
package org.lamplight.call;

import org.jspecify.annotations.NullMarked;
