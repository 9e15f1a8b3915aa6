package org.lamplight.office.colleagues;

import java.util.ArrayList;
import java.util.List;

/**
 * Who somebody is.
 *
 * @param id the local part of the address
 * @param ownStatus whether presence carries the status key besides what every client understands
 * @param day the kind of day, a name in {@code days.txt}
 * @param status what the person does at first
 * @param relation to the newcomer: {@code both}, {@code none} or {@code asks}
 * @param drawing what the picture shows; empty for none
 */
public record Person(
        String id,
        String name,
        List<String> groups,
        boolean ownStatus,
        String day,
        String status,
        String relation,
        String drawing) {

    /** The first so many people of the office; beyond those with a character of their own, a crowd is made up. */
    public static List<Person> first(int count, long seed) {
        List<Person> people = new ArrayList<>();
        for (List<String> row : DataFile.rows("people.txt")) {
            if (people.size() < count) {
                people.add(new Person(
                        row.get(0),
                        row.get(1),
                        DataFile.split(row.get(2), ";"),
                        row.get(3).equals("yes"),
                        row.get(4),
                        row.get(5),
                        row.get(6),
                        row.get(7)));
            }
        }
        people.addAll(new Crowd(seed).people(count - people.size()));
        return List.copyOf(people);
    }

    String firstName() {
        return name.substring(0, (name + " ").indexOf(' '));
    }

    boolean isWithCharacter() {
        return !drawing.isEmpty();
    }
}
