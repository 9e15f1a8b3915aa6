package org.lamplight.ui.kit;

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
import org.lamplight.chat.Message;
import org.lamplight.chat.NewWords;
import org.lamplight.chat.Room;
import org.lamplight.chat.Talk;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.presence.Status;

/** Paints one talk; in a narrow list only its icon and badge. */
final class TalkCell extends Cell implements ListCellRenderer<Talk> {
    private static final long serialVersionUID = 1L;
    private static final int NARROW = 100;
    /** Says what somebody does (XEP-0245). */
    private static final String ME = "/me ";

    private static final int LONGEST_LAST_LINE = 200;

    private final transient Stage stage;
    private final transient Mirrors mirrors;
    private final transient Icon roomIcon = new RoomIcon(20);
    private final transient Texts texts;
    private transient Talk talk = new Talk("", 0, null);
    private transient @Nullable Person person;
    private transient @Nullable Room room;
    private transient @Nullable String begun;
    private boolean selected;
    private boolean focused;
    private boolean hovered;
    private transient @Nullable TalkList list;

    TalkCell(Stage stage, Mirrors mirrors) {
        this.stage = stage;
        this.mirrors = mirrors;
        this.texts = stage.texts(TalkCell.class);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Talk> in, Talk value, int index, boolean isSelected, boolean hasFocus) {
        list = in instanceof TalkList talks ? talks : null;
        talk = value;
        person = mirrors.people().withAddress(value.peer()).orElse(null);
        room = mirrors.rooms().find(value.peer()).orElse(null);
        begun = list != null && list.writesIn(index)
                ? null
                : PlainText.line(stage.drafts().draft(value.peer()), LONGEST_LAST_LINE);
        selected = isSelected;
        focused = hasFocus && in.isFocusOwner();
        hovered = list != null && list.hovered() == index;
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(52));
    }

    private String name() {
        return mirrors.name(talk.peer());
    }

    private String lastLine() {
        Message last = talk.last();
        if (last == null) {
            return "";
        }
        String text = NewWords.of(last.text());
        String line = PlainText.line(text.length() > LONGEST_LAST_LINE ? text.substring(0, LONGEST_LAST_LINE) : text);
        if (line.startsWith(ME)) {
            return "* "
                    + (last.direction() == Message.Direction.OUT
                            ? mirrors.accounts().ownName()
                            : who(last)) + line.substring(ME.length() - 1);
        }
        if (last.direction() == Message.Direction.OUT) {
            return texts.get("talk.you", line);
        }
        return talk.room() ? texts.get("talk.they", PlainText.line(Room.nickOf(last.from())), line) : line;
    }

    private String who(Message last) {
        return talk.room() ? PlainText.line(Room.nickOf(last.from())) : name();
    }

    @Override
    protected String spoken() {
        String unread = talk.unread() == 0 ? "" : ", " + texts.get("talk.unread", talk.unread());
        String mentions = mentions() == 0 ? "" : ", " + texts.get("talk.mentions", mentions());
        return name() + unread + mentions + ", " + (begun == null ? lastLine() : texts.get("talk.draft") + " " + begun);
    }

    private Color ground() {
        if (selected) {
            return Look.color("List.selectionBackground");
        }
        return hovered || list == null ? Look.color("Lamplight.hover") : list.ground();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fill(ground(), all);
            if (getWidth() < Look.px(NARROW)) {
                paintNarrow(brush);
            } else {
                paintWide(brush);
            }
            if (focused) {
                brush.focus(all, 0);
            }
        }
    }

    private int mentions() {
        return room == null ? 0 : room.mentions();
    }

    /** What the user does not want to be called for has a badge that does not call. */
    private boolean isQuiet() {
        return room != null
                && room.alerts() != Room.Alerts.ALL
                && (room.alerts() == Room.Alerts.NONE || mentions() == 0);
    }

    private Icon icon() {
        if (talk.room()) {
            return roomIcon;
        }
        Status status = person == null ? Status.UNKNOWN : person.presence().status();
        return stage.icons().icon(status, 20);
    }

    private void paintNarrow(Brush brush) {
        Icon icon = icon();
        int x = (getWidth() - icon.getIconWidth()) / 2;
        icon.paintIcon(this, brush.graphics(), x, (getHeight() - icon.getIconHeight()) / 2);
        if (talk.unread() > 0) {
            brush.badge(
                    talk.unread(),
                    Math.min(getWidth() - Look.px(2), x + Look.px(32)),
                    Look.px(6),
                    Look.px(16),
                    Look.px(16));
        }
    }

    /** Returns the width that it took, with the gap before it. */
    private int paintBadge(Brush brush, int right) {
        int width = isQuiet()
                ? brush.quietBadge(talk.unread(), right, Look.px(27), Look.px(18), Look.px(18))
                : brush.badge(talk.unread(), right, Look.px(27), Look.px(18), Look.px(18));
        if (mentions() > 0) {
            int at = right - width - Look.px(4);
            width += Look.px(4)
                    + brush.textBefore(
                            "@", Look.strong(), Look.color("Component.linkColor"), at, Look.px(27), Look.px(18));
        }
        return width + Look.px(8);
    }

    private void paintWide(Brush brush) {
        Icon icon = icon();
        icon.paintIcon(this, brush.graphics(), Look.px(12), (getHeight() - icon.getIconHeight()) / 2);
        int left = Look.px(44);
        int right = getWidth() - Look.px(12);
        Message last = talk.last();
        int time = last == null
                ? 0
                : brush.textBefore(
                        stage.moments().brief(last.at()), Look.caption(), Look.text2(), right, Look.px(8), Look.px(20));
        Font weight = talk.unread() == 0 ? Look.name() : Look.strong();
        brush.text(name(), weight, Look.text(), left, Look.px(8), Look.px(20), right - left - time - Look.px(8));
        int badge = talk.unread() == 0 ? 0 : paintBadge(brush, right);
        paintLine(brush, left, right - left - badge);
    }

    /** The last line, or what was begun and not sent: that is said in words, not by its colour alone. */
    private void paintLine(Brush brush, int left, int width) {
        String line = begun == null ? lastLine() : begun;
        int taken = 0;
        if (begun != null) {
            String mark = texts.get("talk.draft");
            brush.text(mark, Look.second(), Look.color("Component.linkColor"), left, Look.px(28), Look.px(16), width);
            taken = Math.min(width, brush.widthOf(mark, Look.second()) + Look.px(4));
        }
        brush.text(line, Look.second(), Look.text2(), left + taken, Look.px(28), Look.px(16), width - taken);
    }
}
