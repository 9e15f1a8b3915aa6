package org.lamplight.people;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Source;

/**
 * Everybody the user knows. Adapters tell it what rosters hold and what was observed; it keeps that with the person, folds
 * it and publishes {@link PeopleEvent}s. All methods belong on the core thread.
 */
public final class People {
    private static final int MOST_STRAYS = 20_000;

    private final Events events;
    private final Clock clock;
    private final HubOrder order = new HubOrder();
    private final Map<String, PersonRecord> people = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byAddress = new HashMap<>();
    private final Set<String> live = new LinkedHashSet<>();
    private final Ageing ageing;
    private final Joining joining;
    private final Witnesses witnesses = new Witnesses();

    /** Presence may come before the roster that it belongs to. */
    private final Map<Stray, Map<Source, List<Observation>>> strays = new LinkedHashMap<>();

    private record Stray(String account, String address) {}

    private Rules rules;
    private Map<String, String> networks = Map.of();

    public People(CoreThread core, Events events, Clock clock, Rules rules, PersonLinks links) {
        this.events = events;
        this.clock = clock;
        this.rules = rules;
        this.joining = new Joining(links);
        this.ageing = new Ageing(core, clock, this::refold);
    }

    // ---- what adapters tell

    /** This is the whole roster of the account; what was known of it and is not in here is gone. */
    public void rosterLoaded(String account, Collection<Contact> contacts) {
        Threads.requireCore();
        Map<String, Entry> before = new HashMap<>();
        byAddress
                .values()
                .forEach(entries -> entries.stream()
                        .filter(entry -> entry.account.equals(account))
                        .forEach(entry -> before.put(entry.contact.address(), entry)));
        before.values().forEach(this::detach);
        for (Contact contact : contacts) {
            Entry entry = before.getOrDefault(contact.address(), new Entry(account, contact));
            entry.contact = contact;
            attach(entry);
        }
        publishAll();
    }

    /** One entry is new or another than before. */
    public void contactChanged(String account, Contact contact) {
        Threads.requireCore();
        Entry entry = entry(account, contact.address()).orElse(null);
        if (entry == null) {
            entry = new Entry(account, contact);
            attach(entry);
            witnesses.appeared(List.of(contact.address()));
        }
        entry.contact = contact;
        PersonRecord person = people.get(joining.personOf(contact.address()));
        if (person != null) {
            person.changed();
            refoldQuietly(person);
            events.publish(new PeopleEvent.PersonChanged(person.snapshot()));
        }
    }

    public void contactRemoved(String account, String address) {
        Threads.requireCore();
        entry(account, address).ifPresent(entry -> {
            detach(entry);
            if (!byAddress.containsKey(address)) {
                witnesses.disappeared(List.of(address));
            }
            republish(joining.personOf(address));
        });
    }

    /** What one source says of an address from now on; it replaces what that source said before. Empty: nothing more. */
    public void observed(String account, String address, Source source, List<Observation> now) {
        Threads.requireCore();
        Entry entry = entry(account, address).orElse(null);
        if (entry == null) {
            keepStray(new Stray(account, address), source, now);
            return;
        }
        entry.observe(source, now);
        PersonRecord person = people.get(joining.personOf(address));
        if (person != null) {
            refold(person);
        }
    }

    /** As above, by somebody who has no roster of their own; see {@link #addWitness}. */
    public void observed(String address, Source source, List<Observation> now) {
        Threads.requireCore();
        witnesses.say(address, source, now);
        PersonRecord person = people.get(joining.personOf(address));
        if (person != null) {
            refold(person);
        }
    }

    /** From now on the witness is told whom people have on their lists. */
    public void addWitness(Witness witness) {
        Threads.requireCore();
        witnesses.add(witness);
    }

    public void removeWitness(Witness witness) {
        Threads.requireCore();
        witnesses.remove(witness);
    }

    /** The account has a session and its roster is known: silence now means that somebody is not there. */
    public void sessionStarted(String account) {
        Threads.requireCore();
        live.add(account);
        forEachEntry(account, entry -> entry.live = true);
        publishAll();
    }

    /** Whether some account has a session, so that somebody who is not here is in no roster of it. */
    public boolean isLive() {
        Threads.requireCore();
        return !live.isEmpty();
    }

    /** The account has no session any more: nothing is known of its contacts. */
    public void sessionEnded(String account) {
        Threads.requireCore();
        strays.keySet().removeIf(stray -> stray.account().equals(account));
        if (!live.remove(account)) {
            return;
        }
        forEachEntry(account, entry -> {
            entry.live = false;
            entry.forgetAll();
        });
        publishAll();
    }

    /** The account is gone with all its contacts. */
    public void accountGone(String account) {
        live.remove(account);
        rosterLoaded(account, List.of());
    }

    /** Which network the addresses of a domain belong to; it becomes their label. All others have none. */
    public void useNetworks(Map<String, String> byDomain) {
        Threads.requireCore();
        if (byDomain.equals(networks)) {
            return;
        }
        networks = Map.copyOf(byDomain);
        for (PersonRecord person : List.copyOf(people.values())) {
            Person before = person.snapshot();
            person.changed();
            if (!person.snapshot().equals(before)) {
                events.publish(new PeopleEvent.PersonChanged(person.snapshot()));
            }
        }
    }

    private @Nullable String network(String address) {
        return networks.get(address.substring(address.indexOf('@') + 1));
    }

    public void useRules(Rules newRules) {
        Threads.requireCore();
        this.rules = newRules;
        publishAll();
    }

    // ---- what others ask

    /** Everybody, each once, in the hub's order. */
    public List<Person> all() {
        Threads.requireCore();
        List<Person> all = new ArrayList<>(people.size());
        people.values().forEach(person -> all.add(person.snapshot()));
        return order.sorted(all);
    }

    public int count() {
        return people.size();
    }

    /** How many have an IM session now. */
    public long reachable() {
        return people.values().stream()
                .filter(person -> person.presence.status().hasSession())
                .count();
    }

    /** The person with this id or address. */
    public Optional<Person> find(String idOrAddress) {
        Threads.requireCore();
        PersonRecord byId = people.get(idOrAddress);
        if (byId != null) {
            return Optional.of(byId.snapshot());
        }
        return Address.bareIm(idOrAddress)
                .filter(byAddress::containsKey)
                .map(joining::personOf)
                .map(people::get)
                .map(PersonRecord::snapshot);
    }

    /** Everybody with this text in the name or an address, case ignored; or the one with this id. In the hub's order. */
    public List<Person> search(String text) {
        PersonRecord exact = people.get(text);
        if (exact != null) {
            return List.of(exact.snapshot());
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        return all().stream().filter(person -> matches(person, wanted)).toList();
    }

    private static boolean matches(Person person, String wanted) {
        return person.name().toLowerCase(Locale.ROOT).contains(wanted)
                || person.addresses().stream()
                        .anyMatch(a -> a.value().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** The accounts on whose rosters this person stands, each with the address it has there. */
    public Map<String, String> accountsOf(String personId) {
        Threads.requireCore();
        Map<String, String> found = new LinkedHashMap<>();
        PersonRecord person = people.get(personId);
        if (person != null) {
            person.entries.forEach(entry -> found.put(entry.account, entry.contact.address()));
        }
        return found;
    }

    /** The account on whose roster this address stands. */
    public Optional<String> accountOf(String address) {
        return find(address)
                .flatMap(person -> accountsOf(person.id()).entrySet().stream()
                        .filter(entry -> entry.getValue().equalsIgnoreCase(address))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    /** The roster entries of a person, by account. */
    public Map<String, Contact> contactsOf(String personId) {
        Threads.requireCore();
        Map<String, Contact> found = new LinkedHashMap<>();
        PersonRecord person = people.get(personId);
        if (person != null) {
            person.entries.forEach(entry -> found.put(entry.account, entry.contact));
        }
        return found;
    }

    // ---- one human, several addresses

    /** The second becomes part of the first. */
    public void merge(String id, String otherId) {
        PersonRecord other = people.get(otherId);
        if (other != null && people.containsKey(id) && !id.equals(otherId)) {
            rejoin(other.entries, id);
        }
    }

    /** The address becomes a person of its own. */
    public void split(String id, String address) {
        PersonRecord person = people.get(id);
        if (person == null || person.entries.size() < 2) {
            return;
        }
        boolean keepsTheId = id.equals(address);
        List<Entry> leaving = person.entries.stream()
                .filter(entry -> entry.contact.address().equals(address) != keepsTheId)
                .toList();
        if (!leaving.isEmpty()) {
            rejoin(leaving, leaving.get(0).contact.address());
        }
    }

    private void rejoin(Collection<Entry> entries, String id) {
        Threads.requireCore();
        List<Entry> moving = new ArrayList<>(entries);
        moving.forEach(this::detach);
        moving.forEach(entry -> joining.join(entry.contact.address(), id));
        moving.forEach(this::attach);
        publishAll();
    }

    // ---- keeping

    private Optional<Entry> entry(String account, String address) {
        return byAddress.getOrDefault(address, List.of()).stream()
                .filter(entry -> entry.account.equals(account))
                .findFirst();
    }

    private void forEachEntry(String account, java.util.function.Consumer<Entry> action) {
        byAddress
                .values()
                .forEach(entries -> entries.stream()
                        .filter(entry -> entry.account.equals(account))
                        .forEach(action));
    }

    private void attach(Entry entry) {
        String address = entry.contact.address();
        entry.live = live.contains(entry.account);
        byAddress.computeIfAbsent(address, any -> new ArrayList<>(1)).add(entry);
        PersonRecord person = people.computeIfAbsent(joining.personOf(address), this::newRecord);
        person.entries.add(entry);
        person.changed();
        Map<Source, List<Observation>> waiting = strays.remove(new Stray(entry.account, address));
        if (waiting != null) {
            waiting.forEach(entry::observe);
        }
    }

    private PersonRecord newRecord(String id) {
        return new PersonRecord(id, this::network, witnesses);
    }

    private void detach(Entry entry) {
        String address = entry.contact.address();
        byAddress.computeIfPresent(address, (any, entries) -> {
            entries.remove(entry);
            return entries.isEmpty() ? null : entries;
        });
        PersonRecord person = people.get(joining.personOf(address));
        if (person != null) {
            person.entries.remove(entry);
            person.changed();
            if (person.entries.isEmpty()) {
                people.remove(person.id);
            }
        }
    }

    private void keepStray(Stray stray, Source source, List<Observation> now) {
        if (strays.size() < MOST_STRAYS) {
            strays.computeIfAbsent(stray, any -> new LinkedHashMap<>()).put(source, now);
        }
    }

    private void republish(String id) {
        PersonRecord person = people.get(id);
        if (person == null) {
            events.publish(new PeopleEvent.PersonRemoved(id));
        } else {
            refoldQuietly(person);
            events.publish(new PeopleEvent.PersonChanged(person.snapshot()));
        }
    }

    private void publishAll() {
        witnesses.know(byAddress.keySet());
        people.values().forEach(this::refoldQuietly);
        events.publish(new PeopleEvent.PeopleLoaded(all()));
    }

    private boolean refoldQuietly(PersonRecord person) {
        Instant now = clock.instant();
        boolean changed = person.refold(rules, now);
        ageing.watch(person);
        return changed;
    }

    private void refold(PersonRecord person) {
        if (people.get(person.id) == person && refoldQuietly(person)) {
            events.publish(new PeopleEvent.PresenceChanged(person.snapshot()));
        }
    }
}
