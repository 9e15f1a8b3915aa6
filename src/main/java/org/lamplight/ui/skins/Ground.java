package org.lamplight.ui.skins;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import org.lamplight.skin.Hues;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** A sheet in the colours of the light or the dark theme, whichever is on, with something painted on it. EDT. */
abstract class Ground extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int RADIUS = 8;

    private final boolean dark;

    Ground(boolean dark) {
        this.dark = dark;
    }

    final Hues hues() {
        return dark ? Hues.DARK : Hues.LIGHT;
    }

    /** {@code ground}, {@code hairline}, {@code text} or {@code text2} of that theme. */
    final Color sample(String token) {
        return Look.color("Lamplight.sample." + (dark ? "dark." : "light.") + token);
    }

    /** How high it is, in units of the design. */
    abstract int height();

    abstract void paint(Brush brush);

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Look.px(160), Look.px(height()));
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(0, Look.px(height()));
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new Picture();
        }
        return accessibleContext;
    }

    /** To a screen reader it is one picture, with a name that says what it shows. */
    private final class Picture extends AccessibleJComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.ICON;
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fillRound(sample("hairline"), all, Look.px(RADIUS));
            all.grow(-1, -1);
            brush.fillRound(sample("ground"), all, Look.px(RADIUS) - 1);
            paint(brush);
        }
    }
}
