package org.lamplight.office.colleagues;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** People without a character, as many as wanted: for large rosters. Four of five are there. */
final class Crowd {
    private static final List<String> STATUSES = List.of(
            "available",
            "available",
            "away",
            "in-a-meeting",
            "offline",
            "available",
            "on-the-phone",
            "idle",
            "busy",
            "offline");

    private final Random random;
    private final Map<String, List<String>> words = new HashMap<>();

    Crowd(long seed) {
        random = new Random(seed);
        for (String line : DataFile.lines("crowd.txt")) {
            int colon = line.indexOf(':');
            words.put(line.substring(0, colon), DataFile.split(line.substring(colon + 1), ","));
        }
    }

    List<Person> people(int count) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = pick("first") + " " + pick("last");
            String status = STATUSES.get(i % STATUSES.size());
            String id = "p" + (i + 1);
            people.add(new Person(id, name, List.of(pick("groups")), i % 2 == 0, "host", status, "both", ""));
        }
        return people;
    }

    private String pick(String kind) {
        List<String> choice = words.getOrDefault(kind, List.of("Somebody"));
        return choice.get(random.nextInt(choice.size()));
    }
}
