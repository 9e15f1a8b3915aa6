package org.lamplight.ui.call;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Call;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/** Paints a call of before: with whom, and what became of it; missed ones in red and in words. EDT. */
final class RecentCell extends Cell implements ListCellRenderer<Call> {
    private static final long serialVersionUID = 1L;
    static final int ROW = 40;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient CallWords words;
    private final transient Icon icon = ActionIcons.icon("call", 16);
    private final transient Icon missed = ActionIcons.icon("call", 16, "Lamplight.presence.notNow");
    private transient @Nullable Call call;
    private boolean selected;
    private boolean focused;

    RecentCell(Stage stage, Texts texts, CallWords words) {
        this.stage = stage;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Call> list, Call value, int index, boolean isSelected, boolean hasFocus) {
        call = value;
        selected = isSelected;
        focused = hasFocus && list.isFocusOwner();
        return this;
    }

    @Override
    protected String spoken() {
        Call of = call;
        return of == null ? "" : words.name(of) + ", " + what(of);
    }

    private String what(Call of) {
        String time = stage.moments().moment(of.since());
        if (!of.isOver()) {
            return texts.get("two", words.state(of), time);
        }
        String kind =
                of.isMissed() ? "recent.missed" : of.direction() == Call.Direction.IN ? "recent.in" : "recent.out";
        String spoken = words.time(of);
        String base = texts.get("two", texts.get(kind), time);
        return spoken.isEmpty() ? base : texts.get("two", base, spoken);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(ROW));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Call of = call;
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fill(selected ? Look.color("List.selectionBackground") : Look.content(), all);
            if (of != null) {
                paint(brush, of);
            }
            if (focused) {
                brush.focus(all, 0);
            }
        }
    }

    private void paint(Brush brush, Call of) {
        Icon drawn = of.isMissed() ? missed : icon;
        drawn.paintIcon(this, brush.graphics(), Look.px(14), (getHeight() - drawn.getIconHeight()) / 2);
        int left = Look.px(44);
        int free = getWidth() - left - Look.px(8);
        Color ink = of.isMissed() ? Look.color("Lamplight.notNow.text") : Look.text();
        brush.text(words.name(of), Look.name(), ink, left, Look.px(2), Look.px(20), free);
        brush.text(what(of), Look.second(), Look.text2(), left, Look.px(21), Look.px(16), free);
    }
}
