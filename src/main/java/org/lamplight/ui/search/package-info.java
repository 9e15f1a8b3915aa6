/** Finding a talk by a few letters of its name, and a message by what it says. */
@NullMarked
package org.lamplight.ui.search;

import org.jspecify.annotations.NullMarked;
