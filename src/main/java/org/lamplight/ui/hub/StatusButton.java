package org.lamplight.ui.hub;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import javax.swing.JButton;
import org.lamplight.core.Texts;
import org.lamplight.presence.OwnStatus;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Stage;

/** One's own status: icon, words and an arrow; opens the status menu. EDT. */
final class StatusButton extends JButton {
    private static final long serialVersionUID = 1L;
    private static final int HEIGHT = 20;
    private static final int ICON = 16;
    private static final int ARROW = 12;
    private static final int GAP = 6;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient Mirrors mirrors;
    private final transient Icon arrow = ActionIcons.icon("down", ARROW);

    StatusButton(Stage stage, Texts texts, Mirrors mirrors) {
        this.stage = stage;
        this.texts = texts;
        this.mirrors = mirrors;
        setName("status");
        setContentAreaFilled(false);
        setBorderPainted(false);
        setRolloverEnabled(true);
        mirrors.own().listen(this::refresh);
        refresh();
    }

    void refresh() {
        String words = words();
        getAccessibleContext().setAccessibleName(texts.get("header.status", words));
        setToolTipText(null);
        revalidate();
        repaint();
    }

    private String words() {
        return stage.words().of(mirrors.own().now().presence());
    }

    @Override
    public Dimension getPreferredSize() {
        int words = getFontMetrics(Look.second()).stringWidth(words());
        return new Dimension(Look.px(ICON + ARROW + 3 * GAP) + words + Look.px(4), Look.px(HEIGHT));
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(Look.px(60), Look.px(HEIGHT));
    }

    @Override
    public Dimension getMaximumSize() {
        return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        OwnStatus own = mirrors.own().now();
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            if (getModel().isRollover() || getModel().isArmed()) {
                brush.fillRound(Look.color("Lamplight.hover"), all, Look.px(4));
            }
            Icon icon = stage.icons().icon(own.presence().status(), ICON);
            icon.paintIcon(this, brush.graphics(), 0, (getHeight() - icon.getIconHeight()) / 2);
            int left = icon.getIconWidth() + Look.px(GAP);
            int room = getWidth() - left - Look.px(ARROW + GAP + 2);
            brush.text(words(), Look.second(), Look.text2(), left, 0, getHeight(), room);
            int end = left + Math.min(room, brush.widthOf(words(), Look.second())) + Look.px(GAP);
            arrow.paintIcon(this, brush.graphics(), end, (getHeight() - arrow.getIconHeight()) / 2);
            if (isFocusOwner()) {
                brush.focus(all, Look.px(4));
            }
        }
    }
}
