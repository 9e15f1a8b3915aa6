package org.lamplight.ui.call;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** Three bars, of which as many are filled as the sound is good; none and a cross where nothing comes. EDT. */
record QualityLamp(Quality.Step step) implements Icon {
    private static final int SIDE = 16;
    private static final int BARS = 3;

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        try (Brush brush = new Brush(graphics)) {
            for (int bar = 1; bar <= BARS; bar++) {
                int height = Look.px(4 * bar);
                Rectangle at = new Rectangle(x + Look.px(5 * bar - 4), y + Look.px(14) - height, Look.px(3), height);
                brush.fillRound(
                        bar <= step.bars() ? Look.color(step.color()) : Look.color("Component.borderColor"),
                        at,
                        Look.px(1));
            }
            if (step == Quality.Step.SILENT) {
                brush.graphics().setColor(Look.color(step.color()));
                brush.graphics().setStroke(new java.awt.BasicStroke(Look.px(2)));
                brush.graphics().drawLine(x + Look.px(2), y + Look.px(2), x + Look.px(9), y + Look.px(9));
                brush.graphics().drawLine(x + Look.px(9), y + Look.px(2), x + Look.px(2), y + Look.px(9));
            }
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
