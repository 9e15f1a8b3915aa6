/** Rooms on the screen: joining and making them, who is there, and what one can do there. All on the EDT. */
@NullMarked
package org.lamplight.ui.rooms;

import org.jspecify.annotations.NullMarked;
