package org.lamplight.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The order in which people and groups stand in the hub and in lists: favourites first, then groups by name, people
 * without a group last; within a group by name. Status never moves anybody. Fit for every thread.
 */
public final class HubOrder {
    public static final String FAVOURITES = "Favourites";

    /** Stands for "no group" where a group's name is wanted. */
    public static final String UNGROUPED = "";

    private static final int REMEMBERED = 50_000;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Map<String, String> keys = new ConcurrentHashMap<>();

    /** Groups in order. */
    public Comparator<String> groups() {
        return Comparator.<String>comparingInt(HubOrder::rank)
                .thenComparing(this::key)
                .thenComparing(Comparator.naturalOrder());
    }

    /** People of one group in order. */
    public Comparator<Person> people() {
        return Comparator.<Person, String>comparing(person -> key(person.name()))
                .thenComparing(Person::id);
    }

    /** These people by the first of their groups, then by name. */
    public List<Person> sorted(Collection<Person> people) {
        List<Keyed> keyed = new ArrayList<>(people.size());
        for (Person person : people) {
            keyed.add(keyed(person));
        }
        keyed.sort(Keyed.ORDER);
        List<Person> sorted = new ArrayList<>(keyed.size());
        keyed.forEach(one -> sorted.add(one.person()));
        return sorted;
    }

    /** A person with what decides their place, made once rather than at each comparison. */
    private record Keyed(int rank, String group, String name, Person person) {
        static final Comparator<Keyed> ORDER = Comparator.comparingInt(Keyed::rank)
                .thenComparing(Keyed::group)
                .thenComparing(Keyed::name)
                .thenComparing(one -> one.person().id());
    }

    private Keyed keyed(Person person) {
        String first = UNGROUPED;
        for (String group : person.groups()) {
            first = first.equals(UNGROUPED) || groups().compare(group, first) < 0 ? group : first;
        }
        return new Keyed(rank(first), key(first), key(person.name()), person);
    }

    private static int rank(String group) {
        if (group.equals(UNGROUPED)) {
            return 2;
        }
        return group.equals(FAVOURITES) ? 0 : 1;
    }

    /** Without case and accents: quick to compare, and right enough for names of many languages. */
    private String key(String name) {
        if (keys.size() > REMEMBERED) {
            keys.clear();
        }
        String known = keys.get(name);
        if (known == null) {
            known = folded(name);
            keys.put(name, known);
        }
        return known;
    }

    private static String folded(String name) {
        String plain = isAscii(name)
                ? name
                : MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
