package org.lamplight.ui.skins;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.Objects;
import javax.swing.ButtonGroup;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.skin.Sight;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/** With whose eyes all samples are seen. Each button shows the chosen icon, and the one most like it, with such eyes. EDT. */
final class SightChoice extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 8;
    private static final int NARROW = 460;

    private final transient Stage stage;
    private final transient SkinEditing editing;
    private final ButtonGroup group = new ButtonGroup();
    private int inARow;

    SightChoice(Stage stage, Texts texts, SkinEditing editing) {
        super(new MigLayout("", "[grow,fill,sg]"));
        this.stage = stage;
        this.editing = editing;
        setOpaque(false);
        layOut(Sight.values().length);
        for (Sight sight : Sight.values()) {
            JToggleButton button = button(texts, sight);
            group.add(button);
            add(button, "wmin 0");
        }
        editing.listen(this::repaint);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                layOut(getWidth() < Look.px(NARROW) ? 3 : Sight.values().length);
            }
        });
    }

    /** So many in a row. */
    private void layOut(int columns) {
        if (columns != inARow && getLayout() instanceof MigLayout layout) {
            inARow = columns;
            layout.setLayoutConstraints("insets 0, gap 8, fillx, wrap " + columns);
            revalidate();
        }
    }

    private JToggleButton button(Texts texts, Sight sight) {
        String words = texts.get("sight." + sight);
        JToggleButton button = new JToggleButton(words, new Pair(sight), sight == Sight.FULL);
        button.setName("skin.sight." + sight);
        button.setVerticalTextPosition(SwingConstants.BOTTOM);
        button.setHorizontalTextPosition(SwingConstants.CENTER);
        button.setIconTextGap(4);
        button.setToolTipText(texts.get("sight." + sight + ".tip"));
        button.putClientProperty(
                FlatClientProperties.STYLE,
                "font: $small.font; margin: 8,2,6,2; minimumWidth: 0;"
                        + " selectedBackground: $List.selectionBackground; background: $Lamplight.content");
        button.addActionListener(event -> editing.see(sight));
        Keys.bind(button, "LEFT", () -> step(-1));
        Keys.bind(button, "RIGHT", () -> step(1));
        return button;
    }

    private void step(int by) {
        int next = Math.floorMod(current() + by, getComponentCount());
        if (getComponent(next) instanceof JToggleButton button) {
            button.requestFocusInWindow();
            button.doClick(0);
        }
    }

    private int current() {
        for (int i = 0; i < getComponentCount(); i++) {
            if (getComponent(i).isFocusOwner()) {
                return i;
            }
        }
        return 0;
    }

    /** Two icons as other eyes see them. */
    private final class Pair implements Icon {
        private final Sight sight;

        Pair(Sight sight) {
            this.sight = sight;
        }

        @Override
        public int getIconWidth() {
            return 2 * Look.px(SeenIcons.IN_LISTS) + Look.px(GAP);
        }

        @Override
        public int getIconHeight() {
            return Look.px(SeenIcons.IN_LISTS);
        }

        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            Shown shown = editing.shown();
            paint(component, graphics, shown.status(), x, y);
            paint(component, graphics, shown.nearest(), x + Look.px(SeenIcons.IN_LISTS + GAP), y);
        }

        private void paint(Component component, Graphics graphics, Status status, int x, int y) {
            Objects.requireNonNull(editing.shown().seen().get(sight))
                    .icon(status, SeenIcons.IN_LISTS, stage.theme()::hues)
                    .paintIcon(component, graphics, x, y);
        }
    }
}
