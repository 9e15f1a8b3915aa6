/** Calls that end in the office itself: service lines, and colleagues who answer and talk. */
@NullMarked
package org.lamplight.office.sip.line;

import org.jspecify.annotations.NullMarked;
