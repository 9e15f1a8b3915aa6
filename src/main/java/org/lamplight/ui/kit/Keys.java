package org.lamplight.ui.kit;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.InputMap;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Binds keys to what they do. EDT. */
public final class Keys {
    private Keys() {}

    /** While the component has the focus. The key is written as in {@link KeyStroke#getKeyStroke(String)}. */
    public static void bind(JComponent component, String key, Runnable does) {
        bind(component, JComponent.WHEN_FOCUSED, key, does);
    }

    /** While the component or anything in it has the focus. */
    public static void bindWithin(JComponent component, String key, Runnable does) {
        bind(component, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, key, does);
    }

    /** Lets the arrows open the list of a box, in which they then move; Enter chooses. */
    public static void openByArrows(JComboBox<?> box) {
        InputMap keys = box.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        keys.put(KeyStroke.getKeyStroke("DOWN"), "selectNext");
        keys.put(KeyStroke.getKeyStroke("UP"), "selectPrevious");
    }

    private static void bind(JComponent component, int when, String key, Runnable does) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        if (stroke == null) {
            throw new IllegalArgumentException(key);
        }
        component.getInputMap(when).put(stroke, key);
        component.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                does.run();
            }
        });
    }
}
