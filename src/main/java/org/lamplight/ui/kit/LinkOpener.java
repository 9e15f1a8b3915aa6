package org.lamplight.ui.kit;

import org.lamplight.ui.text.Link;

/** Has a link opened outside of the talk, as the system does it. Called on the EDT: returns at once. */
@FunctionalInterface
public interface LinkOpener {
    void open(Link link);
}
