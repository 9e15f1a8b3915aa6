package org.lamplight.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;

/** Those who say how people are without a roster of their own, and what they said. Core only. */
final class Witnesses {
    private final List<Witness> all = new ArrayList<>();
    private final Map<String, Map<Source, List<Observation>>> said = new HashMap<>();
    private Set<String> known = Set.of();

    void add(Witness witness) {
        all.add(witness);
        witness.appeared(known);
    }

    void remove(Witness witness) {
        all.remove(witness);
    }

    /** People have these addresses now. */
    void know(Set<String> addresses) {
        if (addresses.equals(known)) {
            return;
        }
        Set<String> before = known;
        known = Set.copyOf(addresses);
        Set<String> gone = new LinkedHashSet<>(before);
        gone.removeAll(known);
        Set<String> come = new LinkedHashSet<>(known);
        come.removeAll(before);
        said.keySet().removeAll(gone);
        all.forEach(witness -> {
            witness.disappeared(gone);
            witness.appeared(come);
        });
    }

    /** What a source says from now on; what is said of nobody's address is not kept. */
    void say(String address, Source source, List<Observation> now) {
        if (!now.isEmpty() && known.contains(address)) {
            said.computeIfAbsent(address, any -> new LinkedHashMap<>(1)).put(source, now);
        } else {
            said.computeIfPresent(address, (any, sources) -> {
                sources.remove(source);
                return sources.isEmpty() ? null : sources;
            });
        }
    }

    List<Observation> of(String address) {
        Map<Source, List<Observation>> sources = said.get(address);
        return sources == null
                ? List.of()
                : sources.values().stream().flatMap(List::stream).toList();
    }
}
