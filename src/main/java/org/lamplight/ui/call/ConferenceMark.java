package org.lamplight.ui.call;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** Several people on a disc, where the picture of one would stand. EDT. */
record ConferenceMark(int size) implements Icon {
    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        try (Brush brush = new Brush(graphics)) {
            int side = getIconWidth();
            brush.fillRound(Look.color("Lamplight.avatar.0.background"), new Rectangle(x, y, side, side), side / 2);
            Icon people = ActionIcons.icon("people", size / 2, "Lamplight.avatar.0.foreground");
            int inset = (side - people.getIconWidth()) / 2;
            people.paintIcon(component, brush.graphics(), x + inset, y + inset);
        }
    }

    @Override
    public int getIconWidth() {
        return Look.px(size);
    }

    @Override
    public int getIconHeight() {
        return Look.px(size);
    }
}
