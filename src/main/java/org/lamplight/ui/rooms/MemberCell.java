package org.lamplight.ui.rooms;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Member;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Stage;

/** Paints a member of a room who is not in it: how they are as far as we know, their name, and their rank. */
final class MemberCell extends Cell implements ListCellRenderer<Member> {
    private static final long serialVersionUID = 1L;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient Mirrors mirrors;
    private transient @Nullable Member member;
    private boolean selected;
    private boolean focused;

    MemberCell(Stage stage, Texts texts, Mirrors mirrors) {
        this.stage = stage;
        this.texts = texts;
        this.mirrors = mirrors;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Member> list, Member value, int index, boolean isSelected, boolean hasFocus) {
        member = value;
        selected = isSelected;
        focused = hasFocus && list.isFocusOwner();
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(OccupantCell.ROW));
    }

    /** As our own list of people has them, else their address. */
    String name(Member of) {
        return mirrors.name(of.address());
    }

    private Status status(Member of) {
        return mirrors.people()
                .withAddress(of.address())
                .map(Person::presence)
                .map(presence -> presence.status())
                .orElse(Status.UNKNOWN);
    }

    private String mark(Member of) {
        return switch (of.affiliation()) {
            case OWNER -> texts.get("mark.owner");
            case ADMIN -> texts.get("mark.admin");
            default -> "";
        };
    }

    @Override
    protected String spoken() {
        Member of = member;
        if (of == null) {
            return "";
        }
        String mark = mark(of);
        return PlainText.line(name(of)) + ", " + stage.words().of(status(of)) + (mark.isEmpty() ? "" : ", " + mark);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Member of = member;
        if (of == null) {
            return;
        }
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fill(selected ? Look.color("List.selectionBackground") : Look.window(), all);
            Icon icon = stage.icons().icon(status(of), 16);
            icon.paintIcon(this, brush.graphics(), Look.px(12), (getHeight() - icon.getIconHeight()) / 2);
            int left = Look.px(36);
            int right = getWidth() - Look.px(12);
            int taken = brush.textBefore(mark(of), Look.caption(), Look.text2(), right, 0, getHeight());
            int room = right - taken - (taken == 0 ? 0 : Look.px(8)) - left;
            brush.text(PlainText.line(name(of)), Look.body(), Look.text2(), left, 0, getHeight(), room);
            if (focused) {
                brush.focus(all, 0);
            }
        }
    }
}
