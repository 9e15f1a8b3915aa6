package org.lamplight.ui.kit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.people.Address;
import org.lamplight.people.Person;

/** People by id and by address. One thread at a time. */
final class PeopleIndex {
    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final Map<String, Person> byAddress = new HashMap<>();

    static PeopleIndex of(List<Person> people) {
        PeopleIndex index = new PeopleIndex();
        people.forEach(index::put);
        return index;
    }

    Collection<Person> all() {
        return byId.values();
    }

    Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Person> withAddress(String address) {
        return Optional.ofNullable(byAddress.get(address.toLowerCase(Locale.ROOT)));
    }

    /** Takes one in, or out where there is none now. Whether rows must be made anew for it. */
    boolean put(String id, @Nullable Person now) {
        Person before = byId.get(id);
        if (before != null && (now == null || !before.addresses().equals(now.addresses()))) {
            before.addresses().forEach(address -> byAddress.remove(key(address), before));
        }
        if (now == null) {
            return byId.remove(id) != null;
        }
        put(now);
        return !isShapedAs(before, now);
    }

    private void put(Person person) {
        byId.put(person.id(), person);
        for (Address address : person.addresses()) {
            byAddress.put(key(address), person);
        }
    }

    /** Whether the rows of these people are the others': often only what people do is another. */
    boolean isShapedAs(PeopleIndex other) {
        return byId.size() == other.byId.size()
                && byId.values().stream().allMatch(person -> isShapedAs(other.byId.get(person.id()), person));
    }

    /** The ids of those of these people who are not as they are there. */
    Set<String> differentFrom(PeopleIndex other) {
        Set<String> ids = new HashSet<>();
        byId.forEach((id, person) -> {
            if (!person.equals(other.byId.get(id))) {
                ids.add(id);
            }
        });
        return ids;
    }

    private static boolean isShapedAs(@Nullable Person before, Person now) {
        return before != null
                && before.name().equals(now.name())
                && before.groups().equals(now.groups());
    }

    private static String key(Address address) {
        return address.value().toLowerCase(Locale.ROOT);
    }
}
