package org.lamplight.ui.kit;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** What an empty list says: an icon, one bold line, one sentence, at most one button; centred at 40 % of the height. EDT. */
public final class EmptyState extends JPanel {
    private static final long serialVersionUID = 1L;

    private final @Nullable JButton one;

    public EmptyState(String icon, String line, String sentence) {
        this(icon, line, sentence, null, () -> {});
    }

    public EmptyState(String icon, String line, String sentence, @Nullable String button, Runnable does) {
        setLayout(new Column());
        setOpaque(false);
        setName("empty");
        getAccessibleContext().setAccessibleName(line);
        add(new JLabel(ActionIcons.icon(icon, 32)));
        JLabel bold = new JLabel(line);
        bold.putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
        add(bold);
        add(new Words(sentence, Look.SECOND).centred());
        one = button == null ? null : new JButton(button);
        if (one != null) {
            one.setName("empty.button");
            one.addActionListener(event -> does.run());
            add(one);
        }
    }

    /** Its one button, if it has one. */
    public @Nullable JButton button() {
        return one;
    }

    /** One below the other, each in the middle, the sentence wrapped. */
    private static final class Column implements LayoutManager {
        private static final int GAP = 8;
        private static final int WIDEST = 220;

        @Override
        public void layoutContainer(Container parent) {
            int width = Math.min(parent.getWidth() - Look.px(24), Look.px(WIDEST));
            int y = Math.max(Look.px(16), parent.getHeight() * 2 / 5 - height(parent, width) / 2);
            for (Component part : parent.getComponents()) {
                int w = Math.min(width, widthOf(part));
                int h = heightOf(part, w);
                part.setBounds((parent.getWidth() - w) / 2, y, w, h);
                y += h + Look.px(GAP);
            }
        }

        private static int widthOf(Component part) {
            return part instanceof Words words
                    ? words.longestLine()
                    // letters may end between two pixels
                    : part.getPreferredSize().width + Look.px(2);
        }

        private static int heightOf(Component part, int width) {
            return part instanceof Words words ? words.heightFor(width) : part.getPreferredSize().height;
        }

        private static int height(Container parent, int width) {
            int height = -Look.px(GAP);
            for (Component part : parent.getComponents()) {
                height += heightOf(part, Math.min(width, widthOf(part))) + Look.px(GAP);
            }
            return height;
        }

        @Override
        public Dimension preferredLayoutSize(Container parent) {
            return new Dimension(Look.px(WIDEST), Look.px(160));
        }

        @Override
        public Dimension minimumLayoutSize(Container parent) {
            return new Dimension(0, 0);
        }

        @Override
        public void addLayoutComponent(String name, Component part) {}

        @Override
        public void removeLayoutComponent(Component part) {}
    }
}
