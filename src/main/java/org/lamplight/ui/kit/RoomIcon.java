package org.lamplight.ui.kit;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;

/** What stands for a room: its sign on a round ground, in the colours of second lines. Size in units of the design. EDT. */
public record RoomIcon(int size) implements Icon {
    @Override
    public void paintIcon(Component on, Graphics graphics, int x, int y) {
        try (Brush brush = new Brush(graphics)) {
            int side = getIconWidth();
            brush.fillRound(Look.color("Lamplight.hover"), new Rectangle(x, y, side, side), side / 2);
            int width = brush.widthOf("#", Look.name());
            brush.text("#", Look.name(), Look.text2(), x + (side - width + 1) / 2, y, side, side);
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
