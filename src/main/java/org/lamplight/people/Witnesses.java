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
    private final Set<String> known = new LinkedHashSet<>();

    void add(Witness witness) {
        all.add(witness);
        witness.appeared(List.copyOf(known));
    }

    void remove(Witness witness) {
        all.remove(witness);
    }

    /** People have these addresses now, and no others. */
    void know(Set<String> addresses) {
        List<String> gone =
                known.stream().filter(one -> !addresses.contains(one)).toList();
        List<String> come =
                addresses.stream().filter(one -> !known.contains(one)).toList();
        disappeared(gone);
        appeared(come);
    }

    /** These too. */
    void appeared(List<String> come) {
        if (known.addAll(come)) {
            all.forEach(witness -> witness.appeared(come));
        }
    }

    /** These no more. */
    void disappeared(List<String> gone) {
        gone.forEach(known::remove);
        gone.forEach(said::remove);
        if (!gone.isEmpty()) {
            all.forEach(witness -> witness.disappeared(gone));
        }
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

    /** Whether nothing was said of anybody. */
    boolean areSilent() {
        return said.isEmpty();
    }

    List<Observation> of(String address) {
        Map<Source, List<Observation>> sources = said.get(address);
        return sources == null
                ? List.of()
                : sources.values().stream().flatMap(List::stream).toList();
    }
}
