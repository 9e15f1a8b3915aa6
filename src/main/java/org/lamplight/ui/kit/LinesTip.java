package org.lamplight.ui.kit;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JToolTip;
import org.jspecify.annotations.Nullable;

/** A tooltip of several plain lines, the first a heading with an icon if there is one. EDT. */
public final class LinesTip extends JToolTip {
    private static final long serialVersionUID = 1L;
    private static final int MARGIN = 12;
    private static final int WIDEST = 360;
    private static final int LINE = 18;

    private transient @Nullable Icon icon;

    public LinesTip(JComponent of) {
        setComponent(of);
        putClientProperty("html.disable", true);
        setBackground(null);
    }

    public LinesTip icon(@Nullable Icon heading) {
        icon = heading;
        return this;
    }

    private String[] lines() {
        String text = getTipText();
        return text == null ? new String[0] : text.split("\n");
    }

    private int indent() {
        return icon == null ? 0 : icon.getIconWidth() + Look.px(8);
    }

    private Font font(int line) {
        return line == 0 ? Look.name() : Look.second();
    }

    @Override
    public Dimension getPreferredSize() {
        String[] lines = lines();
        int width = 0;
        for (int i = 0; i < lines.length; i++) {
            int text = getFontMetrics(font(i)).stringWidth(lines[i]) + 2;
            width = Math.max(width, text + (i == 0 ? indent() : 0));
        }
        int margins = 2 * Look.px(MARGIN);
        return new Dimension(
                Math.min(width, Look.px(WIDEST)) + margins,
                lines.length * Look.px(LINE) + Look.px(2) + margins - Look.px(4));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            brush.fill(Look.color("ToolTip.background"), new java.awt.Rectangle(getSize()));
            String[] lines = lines();
            int x = Look.px(MARGIN);
            int y = Look.px(MARGIN - 2);
            for (int i = 0; i < lines.length; i++) {
                int left = i == 0 ? x + indent() : x;
                if (i == 0 && icon != null) {
                    icon.paintIcon(this, brush.graphics(), x, y + (Look.px(LINE) - icon.getIconHeight()) / 2);
                }
                int width = getWidth() - left - Look.px(MARGIN) + 2;
                brush.text(lines[i], font(i), i == 0 ? Look.text() : Look.text2(), left, y, Look.px(LINE), width);
                y += Look.px(LINE) + (i == 0 ? Look.px(2) : 0);
            }
        }
    }
}
