package org.lamplight.ui.skins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.presence.Status;

/** One line of the legend. */
sealed interface LegendRow {

    /** The heading of the statuses whose people have a session, or have none. */
    record Group(boolean session) implements LegendRow {}

    record Entry(Status status) implements LegendRow {}

    /** All of them: first those one can chat with. */
    static List<LegendRow> all() {
        List<LegendRow> rows = new ArrayList<>();
        for (boolean session : new boolean[] {true, false}) {
            rows.add(new Group(session));
            Arrays.stream(Status.values())
                    .filter(status -> status.hasSession() == session)
                    .map(Entry::new)
                    .forEach(rows::add);
        }
        return rows;
    }
}
