package org.lamplight.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.people.Subscription;
import org.lamplight.presence.Presence;

/**
 * What a directory says of somebody: immutable, plain text on one line each.
 *
 * @param source who says so, as {@code ldap:work}
 * @param id which of the entries there
 * @param name as people read it
 * @param others what they are found by besides: first and last name, user's name, department
 */
public record Entry(String source, String id, String name, List<String> others, List<Address> addresses) {

    /** Their numbers, as they are written there. */
    public Stream<String> numbers() {
        return addresses.stream()
                .filter(address -> address.kind() == Address.Kind.PHONE)
                .map(Address::value);
    }

    /** Their first IM address, by which they may stand on our own list too. */
    public Optional<String> im() {
        return addresses.stream()
                .filter(address -> address.kind() == Address.Kind.IM)
                .map(Address::value)
                .findFirst();
    }

    /**
     * This human as everybody else is shown.
     *
     * @param known the same one on our own list: their name and presence count there, the addresses of both
     */
    public Person person(Optional<Person> known) {
        return known.map(this::added).orElseGet(this::stranger);
    }

    private Person added(Person known) {
        Set<Address> all = new LinkedHashSet<>(known.addresses());
        addresses.stream().filter(address -> !has(known, address)).forEach(all::add);
        return new Person(
                known.id(),
                known.name(),
                known.groups(),
                new ArrayList<>(all),
                known.presence(),
                known.subscription(),
                known.asked(),
                known.can());
    }

    private static boolean has(Person known, Address address) {
        return known.addresses().stream()
                .anyMatch(one -> one.kind() == address.kind() && one.value().equalsIgnoreCase(address.value()));
    }

    private Person stranger() {
        Set<String> can = im().isPresent() ? Set.of("chat") : Set.of();
        return new Person(
                source + "/" + id, name, List.of(), addresses, Presence.UNKNOWN, Subscription.NONE, false, can);
    }
}
