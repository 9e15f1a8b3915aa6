package org.lamplight.ui.kit;

import java.awt.Dimension;
import java.awt.Graphics;
import javax.swing.JComponent;

/** One pixel between two surfaces. EDT. */
public final class Line extends JComponent {
    private static final long serialVersionUID = 1L;

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(1, 1);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Look.hairline());
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }
}
