/** Calls as people see them: what rings, what goes on, whom one may call, and what one hears it with. */
@NullMarked
package org.lamplight.ui.call;

import org.jspecify.annotations.NullMarked;
