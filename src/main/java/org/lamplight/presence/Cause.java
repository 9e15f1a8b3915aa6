package org.lamplight.presence;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a condition holds: who says so, since when and until when it holds by what they say. Immutable.
 *
 * @param since null: not known
 * @param until null: open, or not known
 */
record Cause(
        Set<Observation> by,
        @Nullable Instant since,
        @Nullable Instant until) {
    /** Nobody has to say so: it follows from what is not there. */
    static final Cause NONE = new Cause(Set.of(), null, null);

    /** One fact that all of these tell: it holds from the first of them to the last. */
    static Cause of(Set<Observation> same) {
        if (same.isEmpty()) {
            return NONE;
        }
        Instant since = same.stream()
                .map(Observation::since)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        boolean open = same.stream().anyMatch(seen -> seen.until() == null);
        Instant until = open
                ? null
                : same.stream()
                        .map(Observation::until)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null);
        return new Cause(Set.copyOf(same), since, until);
    }

    /** Both have to hold: from when the later one began until the sooner one ends. */
    Cause and(Cause other) {
        return new Cause(all(other), later(since, other.since), sooner(until, other.until));
    }

    /** One is enough: from when the sooner one began until the later one ends. */
    Cause or(Cause other) {
        if (by.isEmpty() || other.by.isEmpty()) {
            return by.isEmpty() ? other : this;
        }
        Instant end = until == null || other.until == null ? null : later(until, other.until);
        return new Cause(all(other), sooner(since, other.since), end);
    }

    private Set<Observation> all(Cause other) {
        if (by.isEmpty() || other.by.isEmpty()) {
            return by.isEmpty() ? other.by : by;
        }
        Set<Observation> all = new HashSet<>(by);
        all.addAll(other.by);
        return Set.copyOf(all);
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return Stream.of(a, b).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    }

    private static @Nullable Instant sooner(@Nullable Instant a, @Nullable Instant b) {
        return Stream.of(a, b).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }
}
