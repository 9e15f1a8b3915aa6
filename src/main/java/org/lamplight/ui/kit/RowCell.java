package org.lamplight.ui.kit;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;

/**
 * A painter of rows of one height that shows by itself which one is selected and has the focus. EDT.
 *
 * @param <T> what a row stands for
 */
public abstract class RowCell<T> extends Cell implements ListCellRenderer<T> {
    private static final long serialVersionUID = 1L;

    private final int height;
    private transient @Nullable T value;
    private boolean selected;
    private boolean focused;

    /** @param height of a row, in pixels at 1x */
    protected RowCell(int height) {
        this.height = height;
    }

    /** What a screen reader says of this row. */
    protected abstract String spoken(T of);

    /** Paints the row onto its ground. */
    protected abstract void paint(Brush brush, T of);

    /** What it is painted on while it is not selected. */
    protected Color ground() {
        return Look.content();
    }

    @Override
    public final Component getListCellRendererComponent(
            JList<? extends T> list, T row, int index, boolean isSelected, boolean hasFocus) {
        value = row;
        selected = isSelected;
        focused = hasFocus && list.isFocusOwner();
        return this;
    }

    @Override
    protected final String spoken() {
        return value == null ? "" : spoken(value);
    }

    @Override
    public final Dimension getPreferredSize() {
        return new Dimension(0, Look.px(height));
    }

    @Override
    protected final void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fill(selected ? Look.color("List.selectionBackground") : ground(), all);
            if (value != null) {
                paint(brush, value);
            }
            if (focused) {
                brush.focus(all, 0);
            }
        }
    }
}
