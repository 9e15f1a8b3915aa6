/** What all windows are made of: theme, icons, fields, strips, words for a presence, and the one way onto the EDT. */
@NullMarked
package org.lamplight.ui.kit;

import org.jspecify.annotations.NullMarked;
