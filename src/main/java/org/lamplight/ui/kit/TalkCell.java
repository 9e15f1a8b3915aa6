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
import org.lamplight.chat.Talk;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.presence.Status;

/** Paints one talk; in a narrow list only its icon and badge. */
final class TalkCell extends Cell implements ListCellRenderer<Talk> {
    private static final long serialVersionUID = 1L;
    private static final int NARROW = 100;
    private static final int LONGEST_LAST_LINE = 200;

    private final transient Stage stage;
    private final transient PeopleMirror people;
    private final transient Texts texts;
    private transient Talk talk = new Talk("", 0, null);
    private transient @Nullable Person person;
    private boolean selected;
    private boolean focused;
    private boolean hovered;
    private transient @Nullable TalkList list;

    TalkCell(Stage stage, PeopleMirror people) {
        this.stage = stage;
        this.people = people;
        this.texts = stage.texts(TalkCell.class);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Talk> in, Talk value, int index, boolean isSelected, boolean hasFocus) {
        list = in instanceof TalkList talks ? talks : null;
        talk = value;
        person = people.withAddress(value.peer()).orElse(null);
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
        return person == null ? PlainText.line(talk.peer()) : PlainText.line(person.name());
    }

    private String lastLine() {
        Message last = talk.last();
        if (last == null) {
            return "";
        }
        String text =
                last.text().length() > LONGEST_LAST_LINE ? last.text().substring(0, LONGEST_LAST_LINE) : last.text();
        String line = PlainText.line(text);
        return last.direction() == Message.Direction.OUT ? texts.get("talk.you", line) : line;
    }

    @Override
    protected String spoken() {
        String unread = talk.unread() == 0 ? "" : ", " + texts.get("talk.unread", talk.unread());
        return name() + unread + ", " + lastLine();
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

    private Icon icon() {
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
        int badge = talk.unread() == 0
                ? 0
                : brush.badge(talk.unread(), right, Look.px(27), Look.px(18), Look.px(18)) + Look.px(8);
        brush.text(lastLine(), Look.second(), Look.text2(), left, Look.px(28), Look.px(16), right - left - badge);
    }
}
