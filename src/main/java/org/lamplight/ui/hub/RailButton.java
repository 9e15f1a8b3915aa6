package org.lamplight.ui.hub;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import javax.swing.JToggleButton;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** A section of the hub: icon over word, with the number of what waits there. EDT. */
final class RailButton extends JToggleButton {
    private static final long serialVersionUID = 1L;
    private static final int SIDE = 48;
    private static final int RADIUS = 8;

    private final transient Icon plain;
    private final transient Icon chosen;
    private int waiting;

    RailButton(String name, String icon, String word) {
        super(word);
        setName(name);
        plain = ActionIcons.icon(icon, 20);
        chosen = ActionIcons.icon(icon, 20, "Lamplight.selected.text");
        setContentAreaFilled(false);
        setBorderPainted(false);
        setRolloverEnabled(true);
        getAccessibleContext().setAccessibleName(word);
    }

    /** How many things wait; {@code spoken} says so in words. */
    void waiting(int count, String spoken) {
        waiting = count;
        getAccessibleContext().setAccessibleDescription(count == 0 ? null : spoken);
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Look.px(SIDE), Look.px(SIDE));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            if (isSelected()) {
                brush.fillRound(Look.color("List.selectionBackground"), all, Look.px(RADIUS));
            } else if (getModel().isRollover()) {
                brush.fillRound(Look.color("Lamplight.hover"), all, Look.px(RADIUS));
            }
            Icon icon = isSelected() ? chosen : plain;
            icon.paintIcon(this, brush.graphics(), (getWidth() - icon.getIconWidth()) / 2, Look.px(6));
            Color ink = isSelected() ? Look.color("Lamplight.selected.text") : Look.text2();
            int width = Math.min(getWidth(), brush.widthOf(getText(), Look.caption()));
            brush.text(getText(), Look.caption(), ink, (getWidth() - width) / 2, Look.px(28), Look.px(14), getWidth());
            if (waiting > 0) {
                brush.badge(waiting, getWidth() - Look.px(2), Look.px(1), Look.px(16), Look.px(16));
            }
            if (isFocusOwner()) {
                brush.focus(all, Look.px(RADIUS));
            }
        }
    }
}
