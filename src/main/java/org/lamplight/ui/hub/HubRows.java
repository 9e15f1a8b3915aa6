package org.lamplight.ui.hub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Look;

/** The rows of the list with where each begins, so that nobody has to add up heights. Made on any thread, then EDT. */
final class HubRows {
    static final int GROUP_HEIGHT = 28;
    static final int PERSON_HEIGHT = 40;

    private final List<HubRow> rows = new ArrayList<>();
    private final Map<String, Integer> byKey = new HashMap<>();
    private final Map<String, List<HubRow.Group>> groupsOf = new HashMap<>();
    private final Set<String> reachable = new HashSet<>();
    private int[] tops = {0};

    // ---- while they are made

    /** Adds a group with its people, in order. */
    void add(String name, List<Person> members, boolean shut) {
        HubRow.Group group = new HubRow.Group(name, shut, members.size());
        add(group);
        for (Person person : members) {
            groupsOf.computeIfAbsent(person.id(), any -> new ArrayList<>(1)).add(group);
            if (person.presence().status().hasSession()) {
                reachable.add(person.id());
                group.count(1);
            }
            if (!shut) {
                add(HubRow.Member.of(person, name));
            }
        }
    }

    private void add(HubRow row) {
        byKey.put(row.key(), rows.size());
        rows.add(row);
    }

    /** All are there. */
    HubRows made() {
        tops = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            tops[i + 1] = tops[i] + height(rows.get(i));
        }
        return this;
    }

    static int height(HubRow row) {
        return Look.px(row instanceof HubRow.Group ? GROUP_HEIGHT : PERSON_HEIGHT);
    }

    // ---- once they are made

    int size() {
        return rows.size();
    }

    HubRow get(int row) {
        return rows.get(row);
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

    /** Counts anew after a change of presence, and adds the groups whose numbers changed to these. */
    void recount(Person person, Set<HubRow.Group> recounted) {
        boolean now = person.presence().status().hasSession();
        boolean changed = now ? reachable.add(person.id()) : reachable.remove(person.id());
        if (changed) {
            List<HubRow.Group> groups = groupsOf.getOrDefault(person.id(), List.of());
            groups.forEach(group -> group.count(now ? 1 : -1));
            recounted.addAll(groups);
        }
    }
}
