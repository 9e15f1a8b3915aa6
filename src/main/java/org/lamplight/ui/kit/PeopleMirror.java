package org.lamplight.ui.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        default void repainted(Set<String> ids) {}

        /** Others want to see our presence, or no longer do. */
        default void requested() {}
    }

    /** After a sign-in thousands of presences come at once; between two frames there is room for a key. */
    private static final int MOST_A_FRAME = 1_000;

    private final Domain domain;
    private final Beside beside = new Beside("people-mirror");
    private final Object lock = new Object();
    private final FrameTimer frame = new FrameTimer(this::apply);
    private final List<Listener> listeners = new ArrayList<>();

    private @Nullable List<Person> nextAll;
    private boolean nextLive;
    private final Map<String, Optional<Person>> nextChanges = new LinkedHashMap<>();
    private @Nullable List<Request> nextRequests;

    private boolean live;

    /** People are put in order beside the EDT: what comes waits for that. */
    private boolean indexing;

    private PeopleIndex index = new PeopleIndex();
    private List<Request> requests = List.of();

    public PeopleMirror(Domain domain) {
        this.domain = domain;
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

    /** Whether some roster is here, so that nobody is really nobody. */
    public boolean isLive() {
        return live;
    }

    public Collection<Person> all() {
        return index.all();
    }

    public Optional<Person> find(String id) {
        return index.find(id);
    }

    public Optional<Person> withAddress(String address) {
        return index.withAddress(address);
    }

    public List<Request> requests() {
        return requests;
    }

    private void collect(PeopleEvent event) {
        synchronized (lock) {
            if (event instanceof PeopleEvent.PeopleLoaded loaded) {
                nextAll = loaded.people();
                nextLive = domain.people().isLive();
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
        boolean isLive;
        synchronized (lock) {
            if (indexing) {
                return;
            }
            all = nextAll;
            changes = all == null ? some(nextChanges) : Map.of();
            newRequests = nextRequests;
            isLive = nextLive;
            nextAll = null;
            nextRequests = null;
            indexing = all != null;
        }
        if (all != null) {
            replace(all, isLive);
        }
        change(changes);
        if (changes.size() == MOST_A_FRAME) {
            frame.wish();
        }
        if (newRequests != null) {
            requests = newRequests;
            listeners.forEach(Listener::requested);
        }
    }

    /** Takes the first of these out, as many as one frame can bear. */
    private static Map<String, Optional<Person>> some(Map<String, Optional<Person>> changes) {
        Map<String, Optional<Person>> taken = new LinkedHashMap<>();
        Iterator<Map.Entry<String, Optional<Person>>> rest = changes.entrySet().iterator();
        while (rest.hasNext() && taken.size() < MOST_A_FRAME) {
            Map.Entry<String, Optional<Person>> change = rest.next();
            taken.put(change.getKey(), change.getValue());
            rest.remove();
        }
        return taken;
    }

    /** Takes these in place of all. Ten thousand are put in order beside the EDT; what changes meanwhile waits. */
    private void replace(List<Person> all, boolean isLive) {
        PeopleIndex before = index;
        beside.work(all.size(), () -> Indexed.of(all, before, isLive), this::replaced);
    }

    private record Indexed(PeopleIndex index, boolean reshaped, Set<String> changed, boolean live) {
        static Indexed of(List<Person> all, PeopleIndex before, boolean isLive) {
            PeopleIndex made = PeopleIndex.of(all);
            return new Indexed(made, !made.isShapedAs(before), made.differentFrom(before), isLive);
        }
    }

    private void replaced(Indexed made) {
        index = made.index();
        boolean emptyOtherwise = live != made.live() && index.all().isEmpty();
        live = made.live();
        if (made.reshaped() || emptyOtherwise) {
            listeners.forEach(Listener::reshaped);
        } else {
            listeners.forEach(listener -> listener.repainted(made.changed()));
        }
        synchronized (lock) {
            indexing = false;
        }
        frame.wish();
    }

    private void change(Map<String, Optional<Person>> changes) {
        boolean reshaped = false;
        for (Map.Entry<String, Optional<Person>> change : changes.entrySet()) {
            reshaped |= index.put(change.getKey(), change.getValue().orElse(null));
        }
        if (reshaped) {
            listeners.forEach(Listener::reshaped);
        } else if (!changes.isEmpty()) {
            listeners.forEach(listener -> listener.repainted(changes.keySet()));
        }
    }
}
