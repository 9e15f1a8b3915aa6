package org.lamplight.ui.search;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JPanel;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;

/** Those who were chosen, one beside the other in as many lines as they need; each goes away by a press. EDT. */
final class Chips extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 4;
    private static final int HEIGHT = 28;

    private final transient Texts texts;
    private final transient Runnable changed;
    private final transient Map<String, JButton> chips = new LinkedHashMap<>();

    Chips(Texts texts, Runnable changed) {
        super(new Lines());
        this.texts = texts;
        this.changed = changed;
        setOpaque(false);
        setName("several.chosen");
        getAccessibleContext().setAccessibleName(texts.get("several.chosen"));
    }

    List<String> addresses() {
        return new ArrayList<>(chips.keySet());
    }

    void add(Destination to) {
        if (!chips.containsKey(to.address())) {
            JButton chip = Plain.plain(new JButton());
            chip.setText(to.name());
            chip.setIcon(ActionIcons.icon("close", 16));
            chip.setHorizontalTextPosition(JButton.LEADING);
            chip.setName("chip." + to.address());
            chip.getAccessibleContext().setAccessibleName(texts.get("several.remove", to.name()));
            chip.addActionListener(event -> remove(to.address()));
            chips.put(to.address(), chip);
            add(chip);
            tell();
        }
    }

    void remove(String address) {
        JButton chip = chips.remove(address);
        if (chip != null) {
            remove(chip);
            tell();
        }
    }

    /** The last one, as Backspace in an empty field does. */
    void removeLast() {
        if (!chips.isEmpty()) {
            remove(addresses().get(chips.size() - 1));
        }
    }

    private void tell() {
        revalidate();
        repaint();
        changed.run();
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

    private static final class Lines implements LayoutManager {
        @Override
        public void layoutContainer(Container parent) {
            place(parent, true);
        }

        /** Returns the height that all need at the parent's width. */
        private static int place(Container parent, boolean really) {
            int gap = Look.px(GAP);
            int height = Look.px(HEIGHT);
            int room = Math.max(1, parent.getWidth());
            int x = 0;
            int y = 0;
            for (Component chip : parent.getComponents()) {
                int width = Math.min(room, chip.getPreferredSize().width);
                if (x > 0 && x + width > room) {
                    x = 0;
                    y += height + gap;
                }
                if (really) {
                    chip.setBounds(x, y, width, height);
                }
                x += width + gap;
            }
            return parent.getComponentCount() == 0 ? 0 : y + height;
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
}
