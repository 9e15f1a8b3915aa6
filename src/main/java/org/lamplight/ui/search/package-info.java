/** Finding whom to write to by a few letters of a name, one or several, and a message by what it says. */
@NullMarked
package org.lamplight.ui.search;

import org.jspecify.annotations.NullMarked;
