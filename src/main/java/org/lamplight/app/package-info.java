/** The program's entry and its one composition root: constructors in order, closed in reverse. */
@NullMarked
package org.lamplight.app;

import org.jspecify.annotations.NullMarked;
