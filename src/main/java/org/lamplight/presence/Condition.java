package org.lamplight.presence;

import java.util.Optional;

/** The left side of a rule: facts joined by {@code &}, {@code |}, {@code !} and parentheses. Immutable. */
sealed interface Condition {

    /** Empty if it does not hold. */
    Optional<Cause> holds(Facts facts);

    /** A single fact. */
    record Named(String fact) implements Condition {
        @Override
        public Optional<Cause> holds(Facts facts) {
            return facts.of(fact).map(Cause::of);
        }
    }

    /** Holds where the other does not. */
    record Not(Condition other) implements Condition {
        @Override
        public Optional<Cause> holds(Facts facts) {
            return other.holds(facts).isPresent() ? Optional.empty() : Optional.of(Cause.NONE);
        }
    }

    /** Holds where both do. */
    record And(Condition left, Condition right) implements Condition {
        @Override
        public Optional<Cause> holds(Facts facts) {
            return left.holds(facts).flatMap(a -> right.holds(facts).map(a::and));
        }
    }

    /** Holds where at least one does. */
    record Or(Condition left, Condition right) implements Condition {
        @Override
        public Optional<Cause> holds(Facts facts) {
            Optional<Cause> a = left.holds(facts);
            Optional<Cause> b = right.holds(facts);
            return a.isPresent() && b.isPresent() ? Optional.of(a.get().or(b.get())) : a.or(() -> b);
        }
    }
}
