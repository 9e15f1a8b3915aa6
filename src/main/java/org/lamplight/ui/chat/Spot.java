package org.lamplight.ui.chat;

import java.awt.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A place in a row that does something, by mouse and by keyboard.
 *
 * @param area from the left of the texts and the top of what it belongs to
 * @param name what it is, said to screen readers
 * @param tip more about it, null if nothing more is to be said
 */
record Spot(Rectangle area, String name, @Nullable String tip, Runnable does) {
    Spot movedBy(int down) {
        return new Spot(new Rectangle(area.x, area.y + down, area.width, area.height), name, tip, does);
    }
}
