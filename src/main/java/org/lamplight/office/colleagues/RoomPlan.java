package org.lamplight.office.colleagues;

import java.util.ArrayList;
import java.util.List;

/**
 * A room that is there from the start. Immutable but for the list that is filled while reading.
 *
 * @param local the first part of its address
 * @param who the ids of those who are in; the first owns it
 * @param autojoin whether the newcomer is in from the start too
 * @param before what was said before the start, oldest first
 */
record RoomPlan(String local, String name, String subject, List<String> who, boolean autojoin, List<Said> before) {

    /** Something said some minutes before the start. */
    record Said(int minutesAgo, String who, String words) {}

    static List<RoomPlan> all() {
        List<RoomPlan> plans = new ArrayList<>();
        for (String line : DataFile.lines("rooms.txt")) {
            if (line.startsWith("[")) {
                plans.add(head(DataFile.split(line.substring(1, line.length() - 1), "\\|")));
            } else {
                List<String> cells = DataFile.split(line, "\\|");
                plans.get(plans.size() - 1)
                        .before()
                        .add(new Said(Integer.parseInt(cells.get(0)), cells.get(1), cells.get(2)));
            }
        }
        return List.copyOf(plans);
    }

    private static RoomPlan head(List<String> cells) {
        return new RoomPlan(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                DataFile.split(cells.get(3), ";"),
                cells.get(4).equals("autojoin"),
                new ArrayList<>());
    }
}
