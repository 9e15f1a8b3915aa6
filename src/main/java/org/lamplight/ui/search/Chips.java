package org.lamplight.ui.search;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.WrappingRow;

/** Those who were chosen, one beside the other in as many lines as they need; each goes away by a press. EDT. */
final class Chips extends WrappingRow {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 4;
    private static final int HEIGHT = 28;

    private final transient Texts texts;
    private final transient Runnable changed;
    private final transient Map<String, JButton> chips = new LinkedHashMap<>();

    Chips(Texts texts, Runnable changed) {
        super(GAP, HEIGHT);
        this.texts = texts;
        this.changed = changed;
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

    /** However many they are, the window is no wider for them. */
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, super.getPreferredSize().height);
    }

    private void tell() {
        revalidate();
        repaint();
        changed.run();
    }
}
