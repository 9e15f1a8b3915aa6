package org.lamplight.ui.kit;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import javax.swing.JPanel;

/** Controls beside each other, in as many lines as they need at its width; none is wider than a line. EDT. */
public class WrappingRow extends JPanel {
    private static final long serialVersionUID = 1L;

    /** @param gap between controls and between lines, in pixels at 100 % */
    public WrappingRow(int gap) {
        this(gap, 0);
    }

    /** @param height of each control, in pixels at 100 %; 0: as high as it wants to be */
    public WrappingRow(int gap, int height) {
        super(new Lines(gap, height));
        setOpaque(false);
    }

    /** Layouts ask for a height before they give a width: once the width is known, they are asked to ask again. */
    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean wrapsAnew = width != getWidth();
        super.setBounds(x, y, width, height);
        if (wrapsAnew) {
            Edt.later(this::revalidate);
        }
    }

    private record Lines(int between, int height) implements LayoutManager {
        @Override
        public void layoutContainer(Container parent) {
            place(parent, parent.getWidth(), true);
        }

        @Override
        public Dimension preferredLayoutSize(Container parent) {
            return place(parent, parent.getWidth() == 0 ? Integer.MAX_VALUE : parent.getWidth(), false);
        }

        @Override
        public Dimension minimumLayoutSize(Container parent) {
            return new Dimension(0, preferredLayoutSize(parent).height);
        }

        private Dimension place(Container parent, int room, boolean moves) {
            int gap = Look.px(between);
            int x = 0;
            int y = 0;
            int high = 0;
            int widest = 0;
            for (Component part : parent.getComponents()) {
                Dimension wish = part.getPreferredSize();
                Dimension size = new Dimension(Math.min(room, wish.width), height == 0 ? wish.height : Look.px(height));
                if (x > 0 && x + size.width > room) {
                    x = 0;
                    y += high + gap;
                    high = 0;
                }
                if (moves) {
                    part.setBounds(x, y, size.width, size.height);
                }
                widest = Math.max(widest, x + size.width);
                high = Math.max(high, size.height);
                x += size.width + gap;
            }
            return new Dimension(widest, y + high);
        }

        @Override
        public void addLayoutComponent(String name, Component part) {}

        @Override
        public void removeLayoutComponent(Component part) {}
    }
}
