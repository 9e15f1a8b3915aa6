package org.lamplight.ui.call;

import java.awt.Component;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.PassingDialog;
import org.lamplight.ui.kit.Plain;

/** Keys to press during a call, by mouse or keyboard; goes by Esc. Made for one showing. EDT. */
final class Keypad {
    private static final String KEYS = "0123456789*#ABCD";
    private static final int SHOWN = 18;

    private final Texts texts;
    private final Consumer<Character> pressed;
    private final JLabel sofar = Plain.label(" ");

    Keypad(Texts texts, Consumer<Character> pressed) {
        this.texts = texts;
        this.pressed = pressed;
        sofar.setName("keypad.sofar");
        sofar.setHorizontalAlignment(SwingConstants.CENTER);
    }

    /** Opens above this button, or as near as there is room. */
    void openOver(Component button) {
        Window window = SwingUtilities.getWindowAncestor(button);
        PassingDialog dialog = new PassingDialog(window, "keypad", texts.get("keypad.title"));
        JPanel panel = new JPanel(new MigLayout("insets 12, gap 0 8, wrap 1", "[220!,fill]"));
        panel.add(sofar, "h 20!, wmin 0");
        DialPad pad = new DialPad(texts, this::press);
        panel.add(pad);
        dialog.hold(panel);
        dialog.pack();
        Point at = button.getLocationOnScreen();
        dialog.stand(at.x + (button.getWidth() - dialog.getWidth()) / 2, at.y - dialog.getHeight() - Look.px(8));
        listen(pad);
        dialog.setVisible(true);
        pad.getComponent(0).requestFocusInWindow();
    }

    /** What is typed is pressed, whichever key has the focus. */
    private void listen(JPanel pad) {
        KeyAdapter typing = new KeyAdapter() {
            @Override
            public void keyTyped(KeyEvent event) {
                char key = String.valueOf(event.getKeyChar())
                        .toUpperCase(Locale.ROOT)
                        .charAt(0);
                if (KEYS.indexOf(key) >= 0) {
                    press(key);
                    event.consume();
                }
            }
        };
        for (Component key : pad.getComponents()) {
            key.addKeyListener(typing);
        }
    }

    private void press(char key) {
        pressed.accept(key);
        String all = (sofar.getText() + key).strip();
        sofar.setText(all.substring(Math.max(0, all.length() - SHOWN)));
    }
}
