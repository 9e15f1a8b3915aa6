package org.lamplight.ui.rooms;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Occupant;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/** Paints somebody in a room: how they are, their name, and what they are to the room. */
final class OccupantCell extends Cell implements ListCellRenderer<Occupant> {
    private static final long serialVersionUID = 1L;
    static final int ROW = 32;

    private final transient Stage stage;
    private final transient Texts texts;
    private transient @Nullable Occupant occupant;
    private String own = "";
    private boolean selected;
    private boolean focused;

    OccupantCell(Stage stage, Texts texts) {
        this.stage = stage;
        this.texts = texts;
    }

    /** Under which name we are there. */
    void own(String nick) {
        own = nick;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Occupant> list, Occupant value, int index, boolean isSelected, boolean hasFocus) {
        occupant = value;
        selected = isSelected;
        focused = hasFocus && list.isFocusOwner();
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(ROW));
    }

    private String mark(Occupant of) {
        if (of.nick().equals(own)) {
            return texts.get("mark.you");
        }
        return switch (of.affiliation()) {
            case OWNER -> texts.get("mark.owner");
            case ADMIN -> texts.get("mark.admin");
            default -> of.role() == Occupant.Role.VISITOR ? texts.get("mark.visitor") : "";
        };
    }

    @Override
    protected String spoken() {
        Occupant of = occupant;
        if (of == null) {
            return "";
        }
        String status = stage.words().of(of.status());
        String mark = mark(of);
        return PlainText.line(of.nick()) + ", " + status + (mark.isEmpty() ? "" : ", " + mark);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Occupant of = occupant;
        if (of == null) {
            return;
        }
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fill(selected ? Look.color("List.selectionBackground") : Look.window(), all);
            Icon icon = stage.icons().icon(of.status(), 16);
            icon.paintIcon(this, brush.graphics(), Look.px(12), (getHeight() - icon.getIconHeight()) / 2);
            int left = Look.px(36);
            int right = getWidth() - Look.px(12);
            int taken = brush.textBefore(mark(of), Look.caption(), Look.text2(), right, 0, getHeight());
            int gap = taken == 0 ? 0 : Look.px(8);
            brush.text(
                    PlainText.line(of.nick()),
                    Look.body(),
                    Look.text(),
                    left,
                    0,
                    getHeight(),
                    right - taken - gap - left);
            if (focused) {
                brush.focus(all, 0);
            }
        }
    }
}
