package org.lamplight.ui.kit;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;

/**
 * One beside the other, in as many lines as the width asks for; none is wider than a line. Never asks for a width itself.
 * EDT.
 *
 * @param height of a line, in units of the design; 0 for that of the highest part
 * @param gap between parts and between lines, in units of the design
 */
public record WrappedRow(int height, int gap) implements LayoutManager {
    @Override
    public void layoutContainer(Container parent) {
        place(parent, true);
    }

    /** Returns the height that all need at the parent's width. */
    private int place(Container parent, boolean really) {
        int between = Look.px(gap);
        int line = height == 0 ? highest(parent) : Look.px(height);
        int room = Math.max(1, parent.getWidth());
        int x = 0;
        int y = 0;
        for (Component part : parent.getComponents()) {
            int width = Math.min(room, part.getPreferredSize().width);
            if (x > 0 && x + width > room) {
                x = 0;
                y += line + between;
            }
            if (really) {
                part.setBounds(x, y, width, line);
            }
            x += width + between;
        }
        return parent.getComponentCount() == 0 ? 0 : y + line;
    }

    private static int highest(Container parent) {
        int highest = 0;
        for (Component part : parent.getComponents()) {
            highest = Math.max(highest, part.getPreferredSize().height);
        }
        return highest;
    }

    @Override
    public Dimension preferredLayoutSize(Container parent) {
        return new Dimension(0, place(parent, false));
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
        return preferredLayoutSize(parent);
    }

    @Override
    public void addLayoutComponent(String name, Component part) {}

    @Override
    public void removeLayoutComponent(Component part) {}
}
