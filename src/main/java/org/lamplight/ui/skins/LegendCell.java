package org.lamplight.ui.skins;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.Arrays;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.skin.Skins;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/** Paints a status with its icon, name and meaning: beside each other where there is room, else below each other. */
final class LegendCell extends Cell implements ListCellRenderer<LegendRow> {
    private static final long serialVersionUID = 1L;
    private static final int GROUP = 36;
    private static final int WIDE = 28;
    private static final int NARROW = 40;
    private static final int NARROWEST_WIDE = 560;
    private static final int TEXT_LEFT = 56;
    private static final int MARGIN = 24;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient Skins skins;
    private transient LegendRow row = new LegendRow.Group(true);
    private boolean wide = true;
    private boolean selected;
    private boolean focused;

    LegendCell(Stage stage, Texts texts, Skins skins) {
        this.stage = stage;
        this.texts = texts;
        this.skins = skins;
    }

    /** Whether a list of this width has room for the meaning beside the name. */
    static boolean wide(int listWidth) {
        return listWidth >= Look.px(NARROWEST_WIDE);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends LegendRow> list, LegendRow value, int index, boolean isSelected, boolean hasFocus) {
        row = value;
        wide = wide(list.getWidth());
        focused = hasFocus && list.isFocusOwner();
        selected = isSelected && list.isFocusOwner();
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(row instanceof LegendRow.Group ? GROUP : wide ? WIDE : NARROW));
    }

    @Override
    protected String spoken() {
        if (row instanceof LegendRow.Entry entry) {
            return name(entry.status()) + ": " + meaning(entry.status());
        }
        return heading();
    }

    private String heading() {
        return row instanceof LegendRow.Group group && !group.session()
                ? texts.get("legend.outline")
                : texts.get("legend.solid");
    }

    private String name(Status status) {
        return stage.words().of(status);
    }

    /** What it means, and which other icon the skin shows for it. */
    String meaning(Status status) {
        Status as = skins.current().shown(status).shownAs();
        String meaning = texts.get("means." + status.key());
        return as == status ? meaning : texts.get("legend.shownAs", name(as)) + " " + meaning;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fill(selected ? Look.color("List.selectionBackground") : Look.content(), all);
            if (row instanceof LegendRow.Entry entry) {
                paintEntry(brush, entry.status());
            } else {
                int margin = Look.px(MARGIN);
                brush.text(
                        heading(),
                        Look.group(),
                        Look.text2(),
                        margin,
                        Look.px(8),
                        getHeight() - Look.px(8),
                        getWidth() - 2 * margin);
            }
            if (focused) {
                brush.focus(all, 0);
            }
        }
    }

    private void paintEntry(Brush brush, Status status) {
        Icon icon = stage.icons().icon(status, 20);
        icon.paintIcon(this, brush.graphics(), Look.px(MARGIN), (getHeight() - icon.getIconHeight()) / 2);
        int left = Look.px(TEXT_LEFT);
        int width = getWidth() - left - Look.px(12);
        if (wide) {
            int column = nameColumn(brush);
            brush.text(name(status), Look.name(), Look.text(), left, 0, getHeight(), column);
            int beside = left + column + Look.px(16);
            brush.text(
                    meaning(status),
                    Look.second(),
                    Look.text2(),
                    beside,
                    0,
                    getHeight(),
                    getWidth() - beside - Look.px(12));
            return;
        }
        brush.text(name(status), Look.name(), Look.text(), left, Look.px(2), Look.px(20), width);
        brush.text(meaning(status), Look.second(), Look.text2(), left, Look.px(21), Look.px(16), width);
    }

    /** As wide as the longest name. */
    private int nameColumn(Brush brush) {
        return Arrays.stream(Status.values())
                .mapToInt(status -> brush.widthOf(name(status), Look.name()))
                .max()
                .orElse(0);
    }
}
