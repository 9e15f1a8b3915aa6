package org.lamplight.ui.hub;

import javax.swing.AbstractListModel;

/** The rows that the list shows now. EDT. */
final class PeopleListModel extends AbstractListModel<HubRow> {
    private static final long serialVersionUID = 1L;

    private transient HubRows rows = new HubRows();

    void set(HubRows now) {
        int before = rows.size();
        rows = now;
        if (before > 0) {
            fireIntervalRemoved(this, 0, before - 1);
        }
        if (now.size() > 0) {
            fireIntervalAdded(this, 0, now.size() - 1);
        }
    }

    HubRows rows() {
        return rows;
    }

    @Override
    public int getSize() {
        return rows.size();
    }

    @Override
    public HubRow getElementAt(int index) {
        return rows.get(index);
    }
}
