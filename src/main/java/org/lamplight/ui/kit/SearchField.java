package org.lamplight.ui.kit;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.Icon;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** A field that tells every change of its words; Esc empties it, Down and Enter leave it for what was found. EDT. */
public final class SearchField extends JTextField {
    private static final long serialVersionUID = 1L;

    /** Whether the focus comes with a letter that goes on with what is there. */
    private boolean goesOn;

    public SearchField(String hint, Consumer<String> changed) {
        putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, hint);
        putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, new Inset(ActionIcons.icon("search", 16)));
        putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        putClientProperty(FlatClientProperties.STYLE, "margin: 6,10,7,6; iconTextGap: 8");
        getAccessibleContext().setAccessibleName(hint);
        getDocument()
                .addDocumentListener(new OnEdit(() -> changed.accept(getText().strip())));
        putClientProperty(
                FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY, FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY_NEVER);
        addFocusListener(new OnFocus(this::entered, () -> {}));
        onKey("escape", KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), () -> setText(""));
    }

    private void entered() {
        if (!goesOn) {
            selectAll();
        }
        goesOn = false;
    }

    /** Takes the focus with a letter that was typed elsewhere. */
    public void typeOn(char letter) {
        goesOn = requestFocusInWindow();
        setText(getText() + letter);
    }

    /** What Down does: into the list. */
    public void onDown(Runnable does) {
        onKey("down", KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, 0), does);
    }

    /** What Enter does: take the first that was found. */
    public void onEnter(Runnable does) {
        addActionListener(event -> does.run());
    }

    private void onKey(String name, KeyStroke key, Runnable does) {
        getInputMap().put(key, name);
        getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                does.run();
            }
        });
    }

    /** Sets the icon off from the edge as in every field. */
    private record Inset(Icon icon) implements Icon {
        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            icon.paintIcon(component, graphics, x + Look.px(4), y);
        }

        @Override
        public int getIconWidth() {
            return icon.getIconWidth() + Look.px(4);
        }

        @Override
        public int getIconHeight() {
            return icon.getIconHeight();
        }
    }
}
