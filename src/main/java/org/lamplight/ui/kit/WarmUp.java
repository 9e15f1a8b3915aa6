package org.lamplight.ui.kit;

import java.awt.Component;
import java.awt.event.FocusEvent;
import java.awt.im.InputContext;
import org.lamplight.core.Threads;

/** Has done beside the EDT, at the start, what would otherwise hold up the first key or the first painting. */
public final class WarmUp {
    private WarmUp() {}

    /** Connects to the system's input method, which the JDK does only at the first focus. Returns at once. */
    public static void inputMethod() {
        Threads.daemon(
                "warm-up",
                () -> InputContext.getInstance()
                        .dispatchEvent(new FocusEvent(new Component() {}, FocusEvent.FOCUS_GAINED)));
    }
}
