package org.lamplight.ui.skins;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/** Paints a status with the icon that the edited skin gives it, and in a second line what is to be known about that. */
final class StatusCell extends Cell implements ListCellRenderer<Status> {
    private static final long serialVersionUID = 1L;
    private static final int ONE_LINE = 28;
    private static final int TWO_LINES = 40;
    private static final int TEXT_LEFT = 44;

    private final transient Stage stage;
    private final transient StatusRemarks remarks;
    private final transient SkinEditing editing;
    private final transient Icon mark = ActionIcons.icon("warning", 12, "Lamplight.maybe.text");
    private Status status = Status.AVAILABLE;
    private String remark = "";
    private String warning = "";
    private boolean selected;
    private boolean focused;

    StatusCell(Stage stage, StatusRemarks remarks, SkinEditing editing) {
        this.stage = stage;
        this.remarks = remarks;
        this.editing = editing;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Status> list, Status value, int index, boolean isSelected, boolean hasFocus) {
        JList.DropLocation drop = list.getDropLocation();
        status = value;
        remark = remarks.of(editing.shown(), value);
        warning = remarks.warning(editing.shown(), value);
        selected = drop == null ? isSelected : drop.getIndex() == index;
        focused = drop == null ? hasFocus && list.isFocusOwner() : selected;
        return this;
    }

    /** Whether the row has a second line. */
    static int height(StatusRemarks remarks, Shown shown, Status status) {
        boolean two = !remarks.of(shown, status).isEmpty()
                || !remarks.warning(shown, status).isEmpty();
        return two ? TWO_LINES : ONE_LINE;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(remark.isEmpty() && warning.isEmpty() ? ONE_LINE : TWO_LINES));
    }

    @Override
    protected String spoken() {
        return Stream.of(stage.words().of(status), remark, warning)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(", "));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fill(selected ? Look.color("List.selectionBackground") : Look.window(), all);
            Icon icon = editing.shown().icons().icon(status, SeenIcons.IN_LISTS, stage.theme()::hues);
            icon.paintIcon(this, brush.graphics(), Look.px(12), (getHeight() - icon.getIconHeight()) / 2);
            int left = Look.px(TEXT_LEFT);
            int width = getWidth() - left - Look.px(8);
            boolean one = remark.isEmpty() && warning.isEmpty();
            int top = one ? 0 : Look.px(2);
            brush.text(
                    stage.words().of(status),
                    selected ? Look.name() : Look.body(),
                    Look.text(),
                    left,
                    top,
                    one ? getHeight() : Look.px(20),
                    width);
            if (!one) {
                paintSecondLine(brush, left, Look.px(21), width);
            }
            if (focused) {
                brush.focus(all, 0);
            }
        }
    }

    /** The warning first, for there may not be room for both. */
    private void paintSecondLine(Brush brush, int from, int y, int room) {
        int line = Look.px(16);
        int left = from;
        if (!warning.isEmpty()) {
            mark.paintIcon(this, brush.graphics(), left, y + (line - mark.getIconHeight()) / 2);
            left += mark.getIconWidth() + Look.px(4);
            brush.text(warning, Look.second(), Look.color("Lamplight.maybe.text"), left, y, line, from + room - left);
            left += brush.widthOf(warning, Look.second());
        }
        String rest = warning.isEmpty() || remark.isEmpty() ? remark : " · " + remark;
        boolean fits = left + brush.widthOf(rest, Look.second()) <= from + room;
        brush.text(
                warning.isEmpty() || fits ? rest : "", Look.second(), Look.text2(), left, y, line, from + room - left);
    }
}
