package org.lamplight.ui.kit;

import java.util.function.Consumer;
import org.lamplight.ui.text.Link;

/** Has a link opened as the system does it. Called on the EDT: returns at once. */
@FunctionalInterface
public interface LinkOpener {
    /**
     * Opens it beside the EDT.
     *
     * @param refused hears, on the EDT, a sentence for the user if it could not be opened
     */
    void open(Link link, Consumer<String> refused);
}
