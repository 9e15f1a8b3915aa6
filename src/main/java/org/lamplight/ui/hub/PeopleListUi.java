package org.lamplight.ui.hub;

import com.formdev.flatlaf.ui.FlatListUI;

/** Takes the heights of rows from the model, which knows them: the usual one would ask the renderer ten thousand times. */
final class PeopleListUi extends FlatListUI {
    @Override
    protected void updateLayoutState() {
        Object model = list.getModel();
        if (model instanceof PeopleListModel rows) {
            cellHeight = -1;
            cellHeights = rows.rows().heights();
            cellWidth = 0;
        } else {
            super.updateLayoutState();
        }
    }
}
