/** One's own status: why it is what it is, and what one wants it to be. */
@NullMarked
package org.lamplight.ui.status;

import org.jspecify.annotations.NullMarked;
