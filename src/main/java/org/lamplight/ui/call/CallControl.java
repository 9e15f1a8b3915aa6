package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** A button of a call that shows how things stand: in a bar the word beside the icon, in a window below it. EDT. */
final class CallControl extends JButton {
    private static final long serialVersionUID = 1L;
    private static final String FLAT = "font: $medium.font; margin: 6,6,7,6; minimumWidth: 28";

    /** What it stands on. */
    enum Ground {
        PLAIN("Lamplight.hover", "Label.foreground"),
        /** Something is not as one would expect: muted, recording. */
        ALERT("Lamplight.warning.background", "Lamplight.maybe.text"),
        HANG_UP("Lamplight.hangUp", "Button.default.foreground");

        private final String color;
        private final String ink;

        Ground(String color, String ink) {
            this.color = color;
            this.ink = ink;
        }
    }

    private final boolean tall;
    private String word = "";
    private boolean compact;
    private Ground ground = Ground.PLAIN;

    CallControl(String name, boolean tall, Runnable does) {
        this.tall = tall;
        setName(name);
        addActionListener(event -> does.run());
        if (tall) {
            setHorizontalTextPosition(SwingConstants.CENTER);
            setVerticalTextPosition(SwingConstants.BOTTOM);
            setIconTextGap(Look.px(4));
        } else {
            setIconTextGap(Look.px(6));
        }
    }

    /** Stands for this from now on; what can't be done now says why. */
    void show(String newWord, String icon, Ground newGround, boolean enabled, String why) {
        word = newWord;
        ground = newGround;
        Icon drawn = ActionIcons.icon(icon, tall ? 20 : 16, enabled ? ground.ink : "Label.disabledForeground");
        setIcon(tall ? new OnSquare(drawn, ground.color) : drawn);
        setDisabledIcon(getIcon());
        setEnabled(enabled);
        getAccessibleContext().setAccessibleName(newWord);
        setToolTipText(enabled ? newWord : why);
        write();
        style();
    }

    /** Without its word, where there is no room; what is not as one would expect is said in any case. */
    void compact(boolean now) {
        compact = now;
        write();
    }

    private void write() {
        setText(compact && ground != Ground.ALERT ? null : word);
    }

    private void style() {
        if (tall) {
            put(FlatClientProperties.BUTTON_TYPE_BORDERLESS, "font: $small.font; margin: 4,2,4,2; minimumWidth: 48");
        } else if (ground == Ground.PLAIN) {
            put(FlatClientProperties.BUTTON_TYPE_BORDERLESS, FLAT + "; foreground: $Label.foreground");
        } else {
            put(
                    null,
                    FLAT
                            + String.format(
                                    "; background: $%1$s; hoverBackground: $%1$s; borderColor: $%1$s;"
                                            + " hoverBorderColor: $%1$s; foreground: $%2$s; margin: 6,12,7,12",
                                    ground.color, ground.ink));
        }
    }

    private void put(@Nullable String type, String style) {
        putClientProperty(FlatClientProperties.BUTTON_TYPE, type);
        putClientProperty(FlatClientProperties.STYLE, style);
    }

    /** An icon in the middle of a square of 40 px. */
    private record OnSquare(Icon icon, String color) implements Icon {
        private static final int SIDE = 40;
        private static final int RADIUS = 8;

        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            try (Brush brush = new Brush(graphics)) {
                int side = Look.px(SIDE);
                brush.fillRound(Look.color(color), new Rectangle(x, y, side, side), Look.px(RADIUS));
                int inset = (side - icon.getIconWidth()) / 2;
                icon.paintIcon(component, brush.graphics(), x + inset, y + inset);
            }
        }

        @Override
        public int getIconWidth() {
            return Look.px(SIDE);
        }

        @Override
        public int getIconHeight() {
            return Look.px(SIDE);
        }
    }
}
