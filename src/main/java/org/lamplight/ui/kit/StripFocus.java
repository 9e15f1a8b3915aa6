package org.lamplight.ui.kit;

import java.awt.Component;
import java.awt.Container;
import java.awt.FocusTraversalPolicy;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.swing.SwingUtilities;

/** Where the focus goes from a strip that goes away. Swing would give it to whatever comes next, or to nothing. EDT. */
final class StripFocus {
    private StripFocus() {}

    /** Call it while the strip is still there; once those that are left are there, one of them gets the focus. */
    static void goOn(Container in, Strip gone, Component owner) {
        List<Strip> before = strips(in);
        int place = before.indexOf(gone);
        Edt.later(() -> {
            Window window = SwingUtilities.getWindowAncestor(in);
            if (window != null && window.isShowing()) {
                go(window, in, next(strips(in), gone.words(), place), owner.getName());
            }
        });
    }

    private static List<Strip> strips(Container in) {
        return Arrays.stream(in.getComponents())
                .filter(Strip.class::isInstance)
                .map(Strip.class::cast)
                .toList();
    }

    /** Those with a button, the one that says the same first: strips are often made anew when another comes or goes. */
    private static List<Strip> next(List<Strip> now, String words, int place) {
        List<Strip> same =
                now.stream().filter(strip -> strip.words().equals(words)).toList();
        if (!same.isEmpty()) {
            return same;
        }
        int from = Math.max(0, Math.min(place, now.size() - 1));
        return now.isEmpty() ? now : now.subList(from, now.size());
    }

    private static void go(Window window, Container in, List<Strip> strips, String button) {
        for (Strip strip : strips) {
            Component[] buttons = strip.buttons().getComponents();
            Component wanted = Arrays.stream(buttons)
                    .filter(one -> Objects.equals(one.getName(), button))
                    .findFirst()
                    .orElse(buttons.length == 0 ? null : buttons[0]);
            if (wanted != null && wanted.requestFocusInWindow()) {
                return;
            }
        }
        Component now = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        if (now == null || now == window || now instanceof javax.swing.JRootPane) {
            after(window, in).requestFocusInWindow();
        }
    }

    private static Component after(Window window, Container in) {
        FocusTraversalPolicy order = window.getFocusTraversalPolicy();
        Component after = order.getComponentAfter(window, in);
        return after == null ? Objects.requireNonNullElse(order.getDefaultComponent(window), window) : after;
    }
}
