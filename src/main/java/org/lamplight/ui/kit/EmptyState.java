package org.lamplight.ui.kit;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;

/** What an empty list says: an icon, one bold line, one sentence, at most one button; centred at 40 % of the height. EDT. */
public final class EmptyState extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JLabel line = new JLabel();
    private final JTextArea sentence = new JTextArea();

    public EmptyState(String icon, String line, String sentence) {
        this(icon, line, sentence, null, () -> {});
    }

    public EmptyState(String icon, String line, String sentence, @Nullable String button, Runnable does) {
        setLayout(new Column());
        setOpaque(false);
        setName("empty");
        getAccessibleContext().setAccessibleName(line);
        add(new JLabel(ActionIcons.icon(icon, 32)));
        this.line.setText(line);
        this.line.putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
        add(this.line);
        add(asText(sentence));
        if (button != null) {
            JButton one = new JButton(button);
            one.setName("empty.button");
            one.addActionListener(event -> does.run());
            add(one);
        }
    }

    private JTextArea asText(String words) {
        sentence.setText(words);
        sentence.setEditable(false);
        sentence.setFocusable(false);
        sentence.setOpaque(false);
        sentence.setLineWrap(true);
        sentence.setWrapStyleWord(true);
        sentence.putClientProperty(
                FlatClientProperties.STYLE, "font: $medium.font; foreground: $Lamplight.text2; margin: 0,0,0,0");
        return sentence;
    }

    /** One below the other, each in the middle, the sentence wrapped. */
    private static final class Column implements LayoutManager {
        private static final int GAP = 8;

        @Override
        public void layoutContainer(Container parent) {
            int width = Math.min(parent.getWidth() - Look.px(32), Look.px(240));
            int y = Math.max(Look.px(16), parent.getHeight() * 2 / 5 - height(parent, width) / 2);
            for (Component part : parent.getComponents()) {
                if (part instanceof JTextArea text) {
                    text.setSize(width, Short.MAX_VALUE);
                }
                Dimension wanted = part.getPreferredSize();
                int w = Math.min(width, wanted.width);
                if (part instanceof JTextArea text) {
                    w = Math.min(width, oneLine(text));
                }
                part.setBounds((parent.getWidth() - w) / 2, y, w, wanted.height);
                y += wanted.height + Look.px(GAP);
            }
        }

        private static int oneLine(JTextArea text) {
            return text.getFontMetrics(text.getFont()).stringWidth(text.getText()) + 2;
        }

        private static int height(Container parent, int width) {
            int height = 0;
            for (Component part : parent.getComponents()) {
                if (part instanceof JTextArea text) {
                    text.setSize(width, Short.MAX_VALUE);
                }
                height += part.getPreferredSize().height + Look.px(GAP);
            }
            return height - Look.px(GAP);
        }

        @Override
        public Dimension preferredLayoutSize(Container parent) {
            return new Dimension(Look.px(200), height(parent, Look.px(200)) + Look.px(32));
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
