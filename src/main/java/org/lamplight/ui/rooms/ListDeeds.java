package org.lamplight.ui.rooms;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.JList;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.MenuClicks;

/**
 * What one does in a list of people by mouse and keyboard: Enter or a double click opens somebody, a right click or the menu
 * key shows what else can be done. EDT.
 *
 * @param menu where somebody's menu is wished for, on the list
 */
record ListDeeds<T>(JList<T> list, Consumer<T> opens, BiConsumer<T, Point> menu) {
    void install() {
        Keys.bind(list, "ENTER", this::chosen);
        Keys.bind(list, "shift F10", this::menuOfChosen);
        Keys.bind(list, "CONTEXT_MENU", this::menuOfChosen);
        list.addMouseListener(new MenuClicks(this::popup));
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2) {
                    chosen();
                }
            }
        });
    }

    private void chosen() {
        if (list.getSelectedValue() != null) {
            opens.accept(list.getSelectedValue());
        }
    }

    private void popup(MouseEvent event) {
        int row = event.getY() / list.getFixedCellHeight();
        if (row < list.getModel().getSize()) {
            list.setSelectedIndex(row);
            menu.accept(list.getModel().getElementAt(row), event.getPoint());
        }
    }

    private void menuOfChosen() {
        int row = list.getSelectedIndex();
        if (row >= 0) {
            Rectangle area = list.getCellBounds(row, row);
            menu.accept(list.getSelectedValue(), new Point(Look.px(36), area.y + area.height));
        }
    }
}
