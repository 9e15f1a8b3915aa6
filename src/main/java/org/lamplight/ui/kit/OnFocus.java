package org.lamplight.ui.kit;

import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;

/** Hears of the focus coming and going. EDT. */
public record OnFocus(Runnable gained, Runnable lost) implements FocusListener {
    @Override
    public void focusGained(FocusEvent event) {
        gained.run();
    }

    @Override
    public void focusLost(FocusEvent event) {
        lost.run();
    }
}
