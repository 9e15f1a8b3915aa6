package org.lamplight.office.colleagues;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people do next, by their kind of day: a chain of states with weights. Immutable. */
final class Days {
    private static final String ANY = "*";

    private final Map<String, List<String>> next = new HashMap<>();
    private final Map<String, List<String>> notes = new HashMap<>();

    Days() {
        for (List<String> row : DataFile.rows("days.txt")) {
            List<String> choices = new ArrayList<>();
            for (String choice : DataFile.split(row.get(2), ",")) {
                List<String> parts = DataFile.split(choice, " ");
                for (int i = 0; i < Integer.parseInt(parts.get(1)); i++) {
                    choices.add(parts.get(0));
                }
            }
            next.put(row.get(0) + " " + row.get(1), choices);
        }
        for (List<String> row : DataFile.rows("notes.txt")) {
            notes.computeIfAbsent(row.get(0), status -> new ArrayList<>()).add(row.get(1));
        }
    }

    /** Words to go with a status; often none. */
    String note(String status, Random random) {
        List<String> choices = notes.getOrDefault(status, List.of());
        boolean silent = choices.isEmpty() || random.nextInt(5) < 2;
        return silent ? "" : Clock.fill(choices.get(random.nextInt(choices.size())));
    }

    String next(String day, String status, Random random) {
        List<String> choices = next.get(day + " " + status);
        if (choices == null) {
            choices = next.getOrDefault(ANY + " " + ANY, List.of("available"));
        }
        return choices.get(random.nextInt(choices.size()));
    }
}
