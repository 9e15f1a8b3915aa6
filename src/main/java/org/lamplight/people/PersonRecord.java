package org.lamplight.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Fold;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Whose;

/** The entries that are one human, and the last snapshot made of them. Core only. */
final class PersonRecord {
    final String id;
    final List<Entry> entries = new ArrayList<>(1);
    Presence presence = Presence.UNKNOWN;

    /** When the presence may change by time alone. */
    @Nullable
    Instant due;

    /** For when {@link Ageing} has queued them last. */
    @Nullable
    Instant watched;

    private final Networks networks;
    private final Witnesses witnesses;
    private @Nullable Person snapshot;

    /** Knows the network behind an address; null where it is none but our own. */
    interface Networks {
        @Nullable
        String of(String address);
    }

    PersonRecord(String id, Networks networks, Witnesses witnesses) {
        this.id = id;
        this.networks = networks;
        this.witnesses = witnesses;
    }

    /** Folds anew; true if the presence is another than before. */
    boolean refold(Rules rules, Instant now) {
        List<Observation> all = new ArrayList<>(2);
        entries.forEach(entry -> all.addAll(entry.observations()));
        if (!witnesses.areSilent()) {
            entries.stream()
                    .map(entry -> entry.contact.address())
                    .distinct()
                    .forEach(address -> all.addAll(witnesses.of(address)));
        }
        Presence next = Fold.fold(all, Whose.CONTACT, rules, now);
        due = Fold.nextChange(all, rules, now);
        if (next.equals(presence)) {
            return false;
        }
        presence = next;
        snapshot = snapshot == null ? null : snapshot.with(next);
        return true;
    }

    void changed() {
        snapshot = null;
    }

    Person snapshot() {
        Person made = snapshot;
        if (made == null) {
            made = make();
            snapshot = made;
        }
        return made;
    }

    private Person make() {
        Set<String> groups = new LinkedHashSet<>();
        Set<Address> addresses = new LinkedHashSet<>();
        for (Entry entry : entries) {
            groups.addAll(entry.contact.groups());
            String address = entry.contact.address();
            addresses.add(new Address(Address.Kind.IM, address, networks.of(address)));
        }
        return new Person(
                id,
                name(),
                List.copyOf(groups),
                List.copyOf(addresses),
                presence,
                subscription(),
                entries.stream().anyMatch(entry -> entry.contact.asked()),
                can());
    }

    private String name() {
        return entries.stream()
                .map(entry -> entry.contact.name())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElseGet(() -> entries.get(0).contact.address().replaceFirst("@.*", ""));
    }

    private Subscription subscription() {
        return entries.stream()
                .map(entry -> entry.contact.subscription())
                .max(java.util.Comparator.naturalOrder())
                .orElse(Subscription.NONE);
    }

    private Set<String> can() {
        boolean blocked = entries.stream().allMatch(entry -> entry.contact.blocked());
        return blocked ? Set.of() : new TreeSet<>(Set.of("chat"));
    }
}
