package org.lamplight.ui.search;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.lamplight.chat.Message;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.Stage;

/** Paints what was found: with whom, when, and what was written with the searched words marked. */
final class HitCell extends Cell implements ListCellRenderer<Hit> {
    private static final long serialVersionUID = 1L;
    private static final int ROW = 52;
    private static final int GROUP = 32;

    private final transient Stage stage;
    private final transient PeopleMirror people;
    private final transient Texts texts;
    private transient Hit hit = new Hit.Group("", 0);
    private String wanted = "";
    private boolean selected;
    private boolean focused;

    HitCell(Stage stage, PeopleMirror people, Texts texts) {
        this.stage = stage;
        this.people = people;
        this.texts = texts;
    }

    void wanted(String words) {
        wanted = words;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Hit> in, Hit value, int index, boolean isSelected, boolean hasFocus) {
        hit = value;
        selected = isSelected;
        focused = hasFocus && in.isFocusOwner();
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(hit instanceof Hit.Group ? GROUP : ROW));
    }

    private String name(String peer) {
        return PlainText.line(people.withAddress(peer).map(Person::name).orElse(peer));
    }

    private String line(Hit.Found found) {
        return found.message().direction() == Message.Direction.OUT
                ? texts.get("hit.you", found.snippet())
                : found.snippet();
    }

    @Override
    protected String spoken() {
        if (hit instanceof Hit.Found found) {
            String when = stage.moments().moment(found.message().at());
            return texts.get("hit.spoken", name(found.message().peer()), when, line(found));
        }
        return hit instanceof Hit.Group group ? texts.get("group.spoken", name(group.peer()), group.count()) : "";
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            boolean group = hit instanceof Hit.Group;
            Color ground = selected && !group ? Look.color("List.selectionBackground") : Look.content();
            brush.fill(ground, all);
            if (hit instanceof Hit.Group of) {
                paintGroup(brush, of);
            } else if (hit instanceof Hit.Found found) {
                paintFound(brush, found);
            }
            if (focused) {
                brush.focus(all, 0);
            }
        }
    }

    private void paintGroup(Brush brush, Hit.Group group) {
        int right = getWidth() - Look.px(12);
        int height = getHeight();
        right -= brush.textBefore(Integer.toString(group.count()), Look.caption(), Look.text2(), right, 0, height);
        brush.text(name(group.peer()), Look.group(), Look.text2(), Look.px(12), 0, height, right - Look.px(20));
    }

    private void paintFound(Brush brush, Hit.Found found) {
        Message message = found.message();
        boolean own = message.direction() == Message.Direction.OUT;
        if (!found.grouped()) {
            Status status = people.withAddress(message.peer())
                    .map(person -> person.presence().status())
                    .orElse(Status.UNKNOWN);
            Icon icon = stage.icons().icon(status, 20);
            icon.paintIcon(this, brush.graphics(), Look.px(12), (getHeight() - icon.getIconHeight()) / 2);
        }
        int left = Look.px(44);
        int right = getWidth() - Look.px(12);
        int time = brush.textBefore(
                stage.moments().dated(message.at()), Look.caption(), Look.text2(), right, Look.px(8), Look.px(20));
        String who = found.grouped() && own ? texts.get("you") : name(message.peer());
        brush.text(who, Look.name(), Look.text(), left, Look.px(8), Look.px(20), right - left - time - Look.px(8));
        String line = found.grouped() ? found.snippet() : line(found);
        brush.mark(line, wanted, Look.second(), left, Look.px(28), Look.px(16), right - left);
        brush.text(line, Look.second(), Look.text2(), left, Look.px(28), Look.px(16), right - left);
    }
}
