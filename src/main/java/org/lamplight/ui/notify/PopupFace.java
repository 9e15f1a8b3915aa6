package org.lamplight.ui.notify;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Avatar;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Portraits;

/** What a notification looks like: who, and one line; a cross under the pointer. EDT. */
final class PopupFace extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 64;
    private static final int LOW = 32;
    private static final int MARGIN = 12;
    private static final int SIDE = 40;

    private final String name;
    private final String text;
    private final transient @Nullable Icon avatar;
    private final transient Icon cross = ActionIcons.icon("close", 16);
    private boolean hovered;

    private PopupFace(String name, String text, @Nullable Icon avatar, String spoken) {
        this.name = name;
        this.text = text;
        this.avatar = avatar;
        getAccessibleContext().setAccessibleName(spoken);
    }

    static PopupFace of(Notification told, Texts texts, Portraits portraits) {
        return new PopupFace(
                told.name(),
                told.text(),
                new Avatar(told.name(), told.peer(), SIDE, portraits),
                texts.get("spoken", told.name(), told.text()));
    }

    /** One line that says how many more there are. */
    static PopupFace more(String sentence) {
        return new PopupFace(sentence, "", null, sentence);
    }

    String text() {
        return text;
    }

    void hovered(boolean now) {
        hovered = now;
        repaint();
    }

    /** Where a click dismisses. */
    Rectangle closeArea() {
        int side = Look.px(28);
        return new Rectangle(getWidth() - side, 0, side, Math.min(side, getHeight()));
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Look.px(WIDTH), Look.px(avatar == null ? LOW : HEIGHT));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fill(Look.color("PopupMenu.borderColor"), all);
            all.grow(-1, -1);
            brush.fill(Look.color(hovered ? "Lamplight.hover" : "Lamplight.raised"), all);
            paintWords(brush);
            if (hovered) {
                Rectangle at = closeArea();
                int inset = (at.width - cross.getIconWidth()) / 2;
                cross.paintIcon(this, brush.graphics(), at.x + inset, at.y + inset);
            }
        }
    }

    private void paintWords(Brush brush) {
        int left = Look.px(MARGIN);
        int right = getWidth() - closeArea().width;
        if (avatar == null) {
            brush.text(name, Look.second(), Look.text2(), left, 0, getHeight(), right - left);
            return;
        }
        avatar.paintIcon(this, brush.graphics(), left, (getHeight() - avatar.getIconHeight()) / 2);
        left += avatar.getIconWidth() + Look.px(MARGIN);
        brush.text(name, Look.strong(), Look.text(), left, Look.px(12), Look.px(20), right - left);
        int room = getWidth() - left - Look.px(MARGIN);
        brush.text(text, Look.body(), Look.text2(), left, Look.px(32), Look.px(20), room);
    }
}
