/** The office in a box: real servers on loopback, in this JVM, with colleagues who behave. Not a product server. */
@NullMarked
package org.lamplight.office;

import org.jspecify.annotations.NullMarked;
