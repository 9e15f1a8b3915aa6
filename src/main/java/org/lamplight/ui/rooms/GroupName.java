package org.lamplight.ui.rooms;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.people.FirstName;
import org.lamplight.people.People;
import org.lamplight.people.Person;

/** What a room for a handful of people is called: by whom it was made for, as they are called. */
final class GroupName {
    private static final int MOST_NAMED = 5;

    private GroupName() {}

    /** The names of one's own and of those with these addresses. On core. */
    static String of(String own, List<String> addresses, People people) {
        return of(Stream.concat(
                        Stream.of(own),
                        addresses.stream()
                                .map(one -> people.find(one).map(Person::name).orElse(one)))
                .toList());
    }

    /** Pure. */
    static String of(List<String> names) {
        String named = names.stream()
                .map(name -> FirstName.of(name.strip().replaceFirst("(?<=.)@.*", "")))
                .filter(name -> !name.isEmpty())
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? named + " …" : named;
    }
}
