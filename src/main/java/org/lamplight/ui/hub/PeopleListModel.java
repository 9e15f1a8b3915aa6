package org.lamplight.ui.hub;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.AbstractListModel;
import org.lamplight.ui.kit.Look;

/** The rows of the list with where each begins, so that nobody has to add up heights. EDT. */
final class PeopleListModel extends AbstractListModel<HubRow> {
    private static final long serialVersionUID = 1L;
    static final int GROUP_HEIGHT = 28;
    static final int PERSON_HEIGHT = 40;

    private transient List<HubRow> rows = List.of();
    private int[] tops = {0};
    private transient Map<String, Integer> byKey = new HashMap<>();

    void set(List<HubRow> now) {
        int before = rows.size();
        rows = now;
        tops = tops(now);
        byKey = new HashMap<>();
        for (int i = 0; i < now.size(); i++) {
            byKey.put(now.get(i).key(), i);
        }
        if (before > 0) {
            fireIntervalRemoved(this, 0, before - 1);
        }
        if (!now.isEmpty()) {
            fireIntervalAdded(this, 0, now.size() - 1);
        }
    }

    private static int[] tops(List<HubRow> rows) {
        int[] tops = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            tops[i + 1] = tops[i] + height(rows.get(i));
        }
        return tops;
    }

    static int height(HubRow row) {
        return Look.px(row instanceof HubRow.Group ? GROUP_HEIGHT : PERSON_HEIGHT);
    }

    /** Of all rows, in order. */
    int[] heights() {
        int[] heights = new int[rows.size()];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = tops[i + 1] - tops[i];
        }
        return heights;
    }

    int top(int row) {
        return tops[row];
    }

    /** The row at this height, or -1. */
    int rowAt(int y) {
        if (y < 0 || y >= tops[rows.size()]) {
            return -1;
        }
        int found = Arrays.binarySearch(tops, y);
        return found >= 0 ? found : -found - 2;
    }

    /** Where the row with this key is, or -1. */
    int indexOf(String key) {
        return byKey.getOrDefault(key, -1);
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
