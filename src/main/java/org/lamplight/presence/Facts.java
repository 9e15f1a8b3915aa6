package org.lamplight.presence;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is true of a person now, each fact with the observations that say so. Filled by {@link FactFinder}. */
final class Facts {
    private static final Set<String> NAMES = Set.of(
            "own",
            "contact",
            "always",
            "im",
            "quiet",
            "presenting",
            "meeting",
            "phone",
            "video",
            "ringing",
            "out",
            "busy",
            "away",
            "extended-away",
            "free-to-chat",
            "available",
            "idle",
            "idle-long",
            "locked",
            "locked-long",
            "seen",
            "not-shared",
            "blocked");
    private static final Pattern SAID = Pattern.compile("(choice|best|app)=(.+)");

    private final Map<String, Set<Observation>> facts = new HashMap<>();

    /** Whether rules may speak of this fact. */
    static boolean isKnown(String name) {
        var said = SAID.matcher(name);
        return NAMES.contains(name)
                || (said.matches() && Status.ofKey(said.group(2)).isPresent());
    }

    /** A fact that no observation is behind. */
    void add(String fact) {
        facts.computeIfAbsent(fact, name -> new LinkedHashSet<>());
    }

    void add(String fact, Observation because) {
        facts.computeIfAbsent(fact, name -> new LinkedHashSet<>()).add(because);
    }

    /** Who says so; empty if it is not a fact. */
    Optional<Set<Observation>> of(String fact) {
        return Optional.ofNullable(facts.get(fact));
    }
}
