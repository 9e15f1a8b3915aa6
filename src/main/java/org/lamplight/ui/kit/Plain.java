package org.lamplight.ui.kit;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JToolTip;

/** Components that show words as they are: Swing's HTML is off. EDT. */
public final class Plain {
    private Plain() {}

    public static <C extends JComponent> C plain(C component) {
        component.putClientProperty("html.disable", true);
        return component;
    }

    /** A label for words that others wrote. */
    public static JLabel label(String text) {
        JLabel label = plain(new JLabel());
        label.setText(text);
        return label;
    }

    /** An entry of a menu for words that people wrote. */
    public static JMenuItem item(String text) {
        JMenuItem item = plain(new JMenuItem());
        item.setText(text);
        return item;
    }

    /** A tooltip that shows words as they are, for {@code createToolTip}. */
    public static JToolTip toolTip(JComponent of) {
        JToolTip tip = plain(new JToolTip());
        tip.setComponent(of);
        return tip;
    }
}
