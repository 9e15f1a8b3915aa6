package org.lamplight.ui.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<String, List<HubRow.Group>> groupsOf = new HashMap<>();
    private final Set<String> reachable = new HashSet<>();
    private List<HubRow> rows = List.of();
    private String wanted = "";

    List<HubRow> rows() {
        return rows;
    }

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

    /** Makes all rows anew. */
    void rebuild(Collection<Person> people) {
        groupsOf.clear();
        reachable.clear();
        Map<String, List<Person>> grouped = new TreeMap<>(order.groups());
        for (Person person : people) {
            if (matches(person)) {
                groups(person)
                        .forEach(group -> grouped.computeIfAbsent(group, any -> new ArrayList<>())
                                .add(person));
            }
        }
        List<HubRow> made = new ArrayList<>();
        grouped.forEach((group, members) -> add(made, group, members));
        rows = made;
    }

    private static List<String> groups(Person person) {
        return person.groups().isEmpty() ? List.of(HubOrder.UNGROUPED) : person.groups();
    }

    private void add(List<HubRow> made, String name, List<Person> members) {
        members.sort(order.people());
        boolean shut = !searching() && folded.contains(name);
        HubRow.Group group = new HubRow.Group(name, shut, members.size());
        made.add(group);
        for (Person person : members) {
            groupsOf.computeIfAbsent(person.id(), any -> new ArrayList<>(1)).add(group);
            if (person.presence().status().hasSession()) {
                reachable.add(person.id());
                group.count(1);
            }
            if (!shut) {
                made.add(HubRow.Member.of(person, name));
            }
        }
    }

    private boolean matches(Person person) {
        return wanted.isEmpty()
                || person.name().toLowerCase(Locale.ROOT).contains(wanted)
                || person.addresses().stream()
                        .map(Address::value)
                        .anyMatch(address -> address.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Counts anew after a change of presence. Returns the groups whose numbers changed. */
    Set<HubRow.Group> recount(Person person) {
        boolean now = person.presence().status().hasSession();
        boolean changed = now ? reachable.add(person.id()) : reachable.remove(person.id());
        if (!changed) {
            return Set.of();
        }
        List<HubRow.Group> groups = groupsOf.getOrDefault(person.id(), List.of());
        groups.forEach(group -> group.count(now ? 1 : -1));
        return new HashSet<>(groups);
    }
}
