/** How numbers are written in the world: the only package that knows libphonenumber. */
@NullMarked
package org.lamplight.numbers;

import org.jspecify.annotations.NullMarked;
