package org.lamplight.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lamplight.presence.Presence;

/**
 * A snapshot of one human: immutable, fit for every thread.
 *
 * @param id stable over restarts
 * @param asked whether we wait for their consent to see their presence
 * @param can what can be done with them: {@code chat}, {@code call}, {@code video}, {@code file}, {@code share}
 */
public record Person(
        String id,
        String name,
        List<String> groups,
        List<Address> addresses,
        Presence presence,
        Subscription subscription,
        boolean asked,
        Set<String> can) {

    /** The same person with another presence. */
    public Person with(Presence now) {
        return new Person(id, name, groups, addresses, now, subscription, asked, can);
    }

    /** Their first address of this kind. */
    public Optional<String> address(Address.Kind kind) {
        return addresses.stream()
                .filter(address -> address.kind() == kind)
                .map(Address::value)
                .findFirst();
    }
}
