package org.lamplight.people;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The order in which people and groups stand in the hub and in lists: favourites first, then groups by name, people
 * without a group last; within a group by name. Status never moves anybody. Fit for every thread.
 */
public final class HubOrder {
    public static final String FAVOURITES = "Favourites";

    /** Stands for "no group" where a group's name is wanted. */
    public static final String UNGROUPED = "";

    private static final int REMEMBERED = 50_000;

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

    /** People by the first of their groups, then by name. */
    public Comparator<Person> all() {
        return Comparator.comparing(this::firstGroup, groups()).thenComparing(people());
    }

    private String firstGroup(Person person) {
        return person.groups().stream().min(groups()).orElse(UNGROUPED);
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
        return keys.computeIfAbsent(name, HubOrder::folded);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
