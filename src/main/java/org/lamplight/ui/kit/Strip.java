package org.lamplight.ui.kit;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A strip at the place it concerns: what is off, since when, what to do; amber, or red where something was lost. EDT. */
public final class Strip extends JPanel {
    private static final long serialVersionUID = 1L;

    /** How bad it is. */
    public enum Tone {
        /** Nothing is off: something that took a while is done. */
        PLAIN("Lamplight.tint", "Lamplight.text2", "info"),
        AMBER("Lamplight.warning.background", "Lamplight.maybe.text", "warning"),
        RED("Lamplight.error.background", "Lamplight.notNow.text", "warning");

        private final String ground;
        private final String ink;
        private final String icon;

        Tone(String ground, String ink, String icon) {
            this.ground = ground;
            this.ink = ink;
            this.icon = icon;
        }
    }

    private final Tone tone;
    private final Words words = new Words("", "font: $medium.font");
    private final WrappingRow buttons = new WrappingRow(8);

    public Strip(Tone tone, String text) {
        this(tone, tone.icon, text);
    }

    /** With this icon in place of the tone's own. */
    public Strip(Tone tone, String icon, String text) {
        super(new MigLayout("insets 8 12 8 12, gap 8 8, fillx, hidemode 3", "[16!][grow,fill]", "[]0[]"));
        this.tone = tone;
        setOpaque(false);
        setName("strip");
        add(new JLabel(ActionIcons.icon(icon, 16, tone.ink)), "aligny top");
        add(words, "wmin 0, growx, wrap");
        add(buttons, "skip 1, gaptop 4, wmin 0, growx");
        buttons.setVisible(false);
        say(text);
    }

    /** Other words; nothing happens if they are the same. */
    public void say(String text) {
        if (!text.equals(words.getText())) {
            words.setText(text);
            getAccessibleContext().setAccessibleName(text);
            revalidate();
            repaint();
        }
    }

    /** Adds a button under the words. */
    public Strip button(String name, String text, Runnable does) {
        JButton button = new JButton(text);
        button.setName(name);
        button.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; margin: 4,10,5,10; minimumWidth: 48");
        button.addActionListener(event -> does.run());
        buttons.add(button);
        buttons.setVisible(true);
        return this;
    }

    /** Who was in it by keyboard goes on with what is there now: the same again, the next one, or what comes after. */
    @Override
    public void removeNotify() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        Container in = getParent();
        if (in != null && owner != null && isAncestorOf(owner)) {
            StripFocus.goOn(in, this, owner);
        }
        super.removeNotify();
    }

    String words() {
        return words.getText();
    }

    WrappingRow buttons() {
        return buttons;
    }

    /** Its first button; null if it has none. */
    public @Nullable Component first() {
        return buttons.getComponentCount() == 0 ? null : buttons.getComponent(0);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            brush.fill(Look.color(tone.ground), new Rectangle(getSize()));
        }
    }
}
