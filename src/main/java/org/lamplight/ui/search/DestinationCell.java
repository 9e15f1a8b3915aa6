package org.lamplight.ui.search;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Room;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.RoomIcon;
import org.lamplight.ui.kit.Stage;

/** Paints one talk to go to: how they are, the name, and what they do; what is unread and when it was written. */
final class DestinationCell extends Cell implements ListCellRenderer<Destination> {
    static final int ROW = 40;

    private static final long serialVersionUID = 1L;
    private final transient Stage stage;
    private final transient Mirrors mirrors;
    private final transient Icon roomIcon = new RoomIcon(20);
    private final transient Texts texts;
    private transient Destination to = new Destination("", "", 0, null);
    private transient @Nullable Person person;
    private transient @Nullable Room room;
    private String wanted = "";
    private boolean selected;

    DestinationCell(Stage stage, Mirrors mirrors, Texts texts) {
        this.stage = stage;
        this.mirrors = mirrors;
        this.texts = texts;
    }

    /** Marks these letters from now on. */
    void wanted(String typed) {
        wanted = typed;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Destination> in, Destination value, int index, boolean isSelected, boolean hasFocus) {
        to = value;
        person = mirrors.people().withAddress(value.address()).orElse(null);
        room = mirrors.room(value.address()).orElse(null);
        selected = isSelected;
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(ROW));
    }

    @Override
    protected String spoken() {
        String unread = to.unread() == 0 ? "" : ", " + texts.get("unread", to.unread());
        return to.name() + unread + ", " + second();
    }

    private Icon icon() {
        if (room != null) {
            return roomIcon;
        }
        Status status = person == null ? Status.UNKNOWN : person.presence().status();
        return stage.icons().icon(status, 20);
    }

    /** What they do, the topic of a room; the address where neither is known, or where it is what was searched. */
    private String second() {
        String topic = room == null ? null : room.topic();
        if (topic != null && !isByAddress()) {
            return PlainText.line(topic);
        }
        Person known = person;
        return known == null || isByAddress()
                ? PlainText.line(to.address())
                : stage.words().of(known);
    }

    private boolean isByAddress() {
        return FuzzyMatch.score(FuzzyMatch.fold(to.name()), FuzzyMatch.fold(wanted)) == FuzzyMatch.NONE;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Color ground = Look.color(selected ? "List.selectionBackground" : "Lamplight.raised");
            brush.fill(ground, new Rectangle(getSize()));
            Icon icon = icon();
            icon.paintIcon(this, brush.graphics(), Look.px(12), (getHeight() - icon.getIconHeight()) / 2);
            int right = getWidth() - Look.px(12);
            int left = Look.px(44);
            right -= paintRight(brush, right);
            int free = right - left - Look.px(8);
            Font weight = to.unread() == 0 ? Look.name() : Look.strong();
            brush.mark(to.name(), wanted, weight, left, Look.px(2), Look.px(20), free);
            brush.text(to.name(), weight, Look.text(), left, Look.px(2), Look.px(20), free);
            if (isByAddress()) {
                brush.mark(second(), wanted, Look.second(), left, Look.px(20), Look.px(16), free);
            }
            brush.text(second(), Look.second(), Look.text2(), left, Look.px(20), Look.px(16), free);
        }
    }

    private int paintRight(Brush brush, int right) {
        if (to.unread() > 0) {
            return brush.badge(to.unread(), right, Look.px(11), Look.px(18), Look.px(18));
        }
        return to.last() == null
                ? 0
                : brush.textBefore(
                        stage.moments().brief(to.last()), Look.caption(), Look.text2(), right, 0, getHeight());
    }
}
