package org.lamplight.ui.kit;

import java.awt.Rectangle;
import org.jspecify.annotations.Nullable;

/** Remembers where windows were. Called on the EDT: must not block. */
public interface WindowPlaces {
    /** Where the window of this name was, or null. */
    @Nullable
    Rectangle load(String name);

    void save(String name, Rectangle bounds);
}
