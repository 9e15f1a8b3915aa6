package org.lamplight.office.colleagues;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How each status looks on the wire. Immutable. */
final class Statuses {
    private static final String NOTHING = "-";

    private final Map<String, Look> looks = new LinkedHashMap<>();

    /** Empty strings where there is nothing. */
    record Look(String key, String show, String words, String activity, String activityText) {}

    Statuses() {
        for (List<String> row : DataFile.rows("statuses.txt")) {
            List<String> cells =
                    row.stream().map(cell -> cell.equals(NOTHING) ? "" : cell).toList();
            looks.put(cells.get(0), new Look(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)));
        }
    }

    /** An online status; for offline ask nobody. */
    Look look(String key) {
        Look look = looks.get(key);
        if (look == null) {
            throw new IllegalArgumentException("no status " + key + ", but " + looks.keySet() + " and offline");
        }
        return look;
    }
}
