package org.lamplight.presence;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The left side of a rule: facts joined by {@code &}, {@code |}, {@code !} and parentheses. Immutable. */
sealed interface Condition {

    /** Empty if it does not hold; else the observations that make it hold (none for what is only absent). */
    Optional<Set<Observation>> holds(Facts facts);

    /** A single fact. */
    record Named(String fact) implements Condition {
        @Override
        public Optional<Set<Observation>> holds(Facts facts) {
            return facts.of(fact);
        }
    }

    /** Holds where the other does not. */
    record Not(Condition other) implements Condition {
        @Override
        public Optional<Set<Observation>> holds(Facts facts) {
            return other.holds(facts).isPresent() ? Optional.empty() : Optional.of(Set.of());
        }
    }

    /** Holds where both do. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public Optional<Set<Observation>> holds(Facts facts) {
            return left.holds(facts).flatMap(a -> right.holds(facts).map(b -> union(a, b)));
        }
    }

    /** Holds where at least one does. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public Optional<Set<Observation>> holds(Facts facts) {
            Optional<Set<Observation>> a = left.holds(facts);
            Optional<Set<Observation>> b = right.holds(facts);
            return a.isPresent() && b.isPresent() ? Optional.of(union(a.get(), b.get())) : a.or(() -> b);
        }
    }

    private static Set<Observation> union(Set<Observation> a, Set<Observation> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        return Stream.concat(a.stream(), b.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
