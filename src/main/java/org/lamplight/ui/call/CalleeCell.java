package org.lamplight.ui.call;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/** Paints somebody whom one may call: how they are, their name and where they are called. EDT. */
final class CalleeCell extends Cell implements ListCellRenderer<Callee> {
    private static final long serialVersionUID = 1L;
    static final int ROW = 40;

    private final transient Stage stage;
    private transient @Nullable Callee callee;
    private boolean selected;
    private String wanted = "";

    CalleeCell(Stage stage) {
        this.stage = stage;
    }

    void wanted(String letters) {
        wanted = letters;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Callee> list, Callee value, int index, boolean isSelected, boolean hasFocus) {
        callee = value;
        selected = isSelected;
        return this;
    }

    @Override
    protected String spoken() {
        Callee of = callee;
        return of == null ? "" : of.name() + ", " + stage.words().of(of.presence()) + ", " + of.shown();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(ROW));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Callee of = callee;
        try (Brush brush = new Brush(graphics)) {
            brush.fill(selected ? Look.color("List.selectionBackground") : Look.content(), new Rectangle(getSize()));
            if (of != null) {
                paint(brush, of);
            }
        }
    }

    private void paint(Brush brush, Callee of) {
        Icon icon = stage.icons().icon(of.presence().status(), 20);
        icon.paintIcon(this, brush.graphics(), Look.px(12), (getHeight() - icon.getIconHeight()) / 2);
        int left = Look.px(44);
        int free = getWidth() - left - Look.px(8);
        brush.mark(of.name(), wanted, Look.name(), left, Look.px(2), Look.px(20), free);
        brush.text(of.name(), Look.name(), Look.text(), left, Look.px(2), Look.px(20), free);
        brush.mark(of.shown(), wanted, Look.second(), left, Look.px(21), Look.px(16), free);
        brush.text(of.shown(), Look.second(), Look.text2(), left, Look.px(21), Look.px(16), free);
    }
}
