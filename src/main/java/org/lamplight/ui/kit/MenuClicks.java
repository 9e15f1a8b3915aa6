package org.lamplight.ui.kit;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;

/** Hears when the mouse asks for a menu: where a button goes down on some systems, where it comes up on others. EDT. */
public final class MenuClicks extends MouseAdapter {
    private final Consumer<MouseEvent> wished;

    public MenuClicks(Consumer<MouseEvent> wished) {
        this.wished = wished;
    }

    @Override
    public void mousePressed(MouseEvent event) {
        hear(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        hear(event);
    }

    private void hear(MouseEvent event) {
        if (event.isPopupTrigger()) {
            wished.accept(event);
        }
    }
}
