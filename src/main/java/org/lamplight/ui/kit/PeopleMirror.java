package org.lamplight.ui.kit;

import java.util.ArrayList;
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
import org.lamplight.people.PeopleEvent;
import org.lamplight.people.Person;
import org.lamplight.people.Request;

/**
 * The people as windows see them: changes are collected where they happen, on core, and applied here at most once a
 * frame. Everything but the constructor belongs on the EDT.
 */
public final class PeopleMirror {

    /** Hears of changes, on the EDT. */
    public interface Listener {
        /** Someone came or went, or has another name or other groups: rows must be made anew. */
        void reshaped();

        /** These look different, in the places where they are. */
        void repainted(Set<String> ids);

        /** Others want to see our presence, or no longer do. */
        default void requested() {}
    }

    private final Object lock = new Object();
    private final FrameTimer frame = new FrameTimer(this::apply);
    private final List<Listener> listeners = new ArrayList<>();

    private @Nullable List<Person> nextAll;
    private Map<String, Optional<Person>> nextChanges = new LinkedHashMap<>();
    private @Nullable List<Request> nextRequests;

    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final Map<String, Person> byAddress = new HashMap<>();
    private List<Request> requests = List.of();

    public PeopleMirror(Domain domain) {
        domain.events().listen(PeopleEvent.class, this::collect);
        domain.core().execute(() -> {
            collect(new PeopleEvent.PeopleLoaded(domain.people().all()));
            collect(new PeopleEvent.RequestsChanged(domain.rosters().requests()));
        });
    }

    public void listen(Listener listener) {
        Edt.requireEdt();
        listeners.add(listener);
    }

    public Collection<Person> all() {
        return byId.values();
    }

    public Optional<Person> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Person> withAddress(String address) {
        return Optional.ofNullable(byAddress.get(address.toLowerCase(Locale.ROOT)));
    }

    public List<Request> requests() {
        return requests;
    }

    private void collect(PeopleEvent event) {
        synchronized (lock) {
            if (event instanceof PeopleEvent.PeopleLoaded loaded) {
                nextAll = loaded.people();
                nextChanges.clear();
            } else if (event instanceof PeopleEvent.PresenceChanged changed) {
                nextChanges.put(changed.person().id(), Optional.of(changed.person()));
            } else if (event instanceof PeopleEvent.PersonChanged changed) {
                nextChanges.put(changed.person().id(), Optional.of(changed.person()));
            } else if (event instanceof PeopleEvent.PersonRemoved removed) {
                nextChanges.put(removed.id(), Optional.empty());
            } else if (event instanceof PeopleEvent.RequestsChanged changed) {
                nextRequests = changed.requests();
            }
        }
        frame.wish();
    }

    private void apply() {
        List<Person> all;
        Map<String, Optional<Person>> changes;
        List<Request> newRequests;
        synchronized (lock) {
            all = nextAll;
            changes = nextChanges;
            newRequests = nextRequests;
            nextAll = null;
            nextChanges = new LinkedHashMap<>();
            nextRequests = null;
        }
        applyPeople(all, changes);
        if (newRequests != null) {
            requests = newRequests;
            listeners.forEach(Listener::requested);
        }
    }

    private void applyPeople(@Nullable List<Person> all, Map<String, Optional<Person>> changes) {
        Set<String> repainted = new HashSet<>();
        boolean reshaped = all != null && replace(all, repainted);
        for (Map.Entry<String, Optional<Person>> change : changes.entrySet()) {
            reshaped |= put(change.getKey(), change.getValue().orElse(null));
            repainted.add(change.getKey());
        }
        if (reshaped && all != null) {
            // Ten thousand new people and ten thousand new rows are two pieces of work, with room for a key between
            // them
            Edt.later(() -> listeners.forEach(Listener::reshaped));
        } else if (reshaped) {
            listeners.forEach(Listener::reshaped);
        } else if (!repainted.isEmpty()) {
            listeners.forEach(listener -> listener.repainted(repainted));
        }
    }

    /** Takes these in place of all. Whether rows must be made anew: often only what people do is another. */
    private boolean replace(List<Person> all, Set<String> repainted) {
        boolean reshaped = all.size() != byId.size();
        if (reshaped) {
            byId.clear();
            byAddress.clear();
        }
        for (Person person : all) {
            reshaped |= put(person.id(), person);
            repainted.add(person.id());
        }
        if (byId.size() != all.size()) {
            byId.keySet().retainAll(repainted);
        }
        return reshaped;
    }

    /** Whether rows must be made anew for it. */
    private boolean put(String id, @Nullable Person now) {
        Person before = byId.get(id);
        if (before != null && (now == null || !before.addresses().equals(now.addresses()))) {
            before.addresses().forEach(address -> byAddress.remove(address.value(), before));
        }
        if (now == null) {
            return byId.remove(id) != null;
        }
        put(now);
        return before == null
                || !before.name().equals(now.name())
                || !before.groups().equals(now.groups());
    }

    private void put(Person person) {
        byId.put(person.id(), person);
        for (Address address : person.addresses()) {
            byAddress.put(address.value().toLowerCase(Locale.ROOT), person);
        }
    }
}
