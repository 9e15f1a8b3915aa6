package org.lamplight.ui.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.lamplight.people.Address;
import org.lamplight.people.HubOrder;
import org.lamplight.people.Person;

/**
 * Which rows the list has: groups with their people, those that match while one searches. Remembers folded groups while
 * the program runs. EDT, but knows nothing of Swing.
 */
final class PeopleRows {
    private final HubOrder order = new HubOrder();
    private final Set<String> folded = new HashSet<>();
    private String wanted = "";

    String wanted() {
        return wanted;
    }

    boolean searching() {
        return !wanted.isEmpty();
    }

    void search(String text) {
        wanted = text.toLowerCase(Locale.ROOT);
    }

    void fold(String group, boolean in) {
        if (in) {
            folded.add(group);
        } else {
            folded.remove(group);
        }
    }

    /** The making of all rows, as they are folded and searched now; it may be done on any thread if the people stay. */
    Supplier<HubRows> making(Collection<Person> people) {
        String sought = wanted;
        Set<String> shut = sought.isEmpty() ? Set.copyOf(folded) : Set.of();
        return () -> {
            HubRows rows = new HubRows();
            grouped(people, sought).forEach((group, members) -> {
                members.sort(order.people());
                rows.add(group, members, shut.contains(group));
            });
            return rows.made();
        };
    }

    private Map<String, List<Person>> grouped(Collection<Person> people, String sought) {
        Map<String, List<Person>> grouped = new TreeMap<>(order.groups());
        for (Person person : people) {
            if (matches(person, sought)) {
                groups(person)
                        .forEach(group -> grouped.computeIfAbsent(group, any -> new ArrayList<>())
                                .add(person));
            }
        }
        return grouped;
    }

    private static List<String> groups(Person person) {
        return person.groups().isEmpty() ? List.of(HubOrder.UNGROUPED) : person.groups();
    }

    private static boolean matches(Person person, String sought) {
        return sought.isEmpty()
                || person.name().toLowerCase(Locale.ROOT).contains(sought)
                || person.addresses().stream()
                        .map(Address::value)
                        .anyMatch(address -> address.toLowerCase(Locale.ROOT).contains(sought));
    }
}
