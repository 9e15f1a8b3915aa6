package org.lamplight.ui.rooms;

import java.awt.Color;
import java.awt.Component;
import javax.swing.Icon;
import org.lamplight.chat.Occupant;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.RowCell;
import org.lamplight.ui.kit.Stage;

/** Paints somebody in a room: how they are, their name, and what they are to the room. */
final class OccupantCell extends RowCell<Occupant> {
    private static final long serialVersionUID = 1L;
    static final int ROW = 32;

    private final transient Stage stage;
    private final transient Texts texts;
    private String own = "";

    OccupantCell(Stage stage, Texts texts) {
        super(ROW);
        this.stage = stage;
        this.texts = texts;
    }

    /** Under which name we are there. */
    void own(String nick) {
        own = nick;
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
    protected String spoken(Occupant of) {
        String status = stage.words().of(of.status());
        String mark = mark(of);
        return PlainText.line(of.nick()) + ", " + status + (mark.isEmpty() ? "" : ", " + mark);
    }

    @Override
    protected Color ground() {
        return Look.window();
    }

    @Override
    protected void paint(Brush brush, Occupant of) {
        line(brush, this, stage.icons().icon(of.status(), 16), PlainText.line(of.nick()), Look.text(), mark(of));
    }

    /** A row of the people of a room. */
    static void line(Brush brush, Component cell, Icon icon, String name, Color ink, String mark) {
        int height = cell.getHeight();
        icon.paintIcon(cell, brush.graphics(), Look.px(12), (height - icon.getIconHeight()) / 2);
        int left = Look.px(36);
        int right = cell.getWidth() - Look.px(12);
        int taken = brush.textBefore(mark, Look.caption(), Look.text2(), right, 0, height);
        int room = right - taken - (taken == 0 ? 0 : Look.px(8)) - left;
        brush.text(name, Look.body(), ink, left, 0, height, room);
    }
}
