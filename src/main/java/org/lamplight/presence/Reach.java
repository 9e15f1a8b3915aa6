package org.lamplight.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of several voices of one kind counts. */
final class Reach {
    private static final List<Status> MOST_REACHABLE_FIRST = List.of(
            Status.FREE_TO_CHAT,
            Status.AVAILABLE,
            Status.BUSY,
            Status.IDLE,
            Status.AWAY,
            Status.EXTENDED_AWAY,
            Status.OUT_OF_OFFICE);

    /** A total order, so that the order of arrival never matters. */
    private static final Comparator<Observation> NEWEST_FIRST = Comparator.<Observation, Instant>comparing(
                    seen -> seen.since() == null ? Instant.MIN : seen.since())
            .reversed()
            .thenComparing(Observation::toString);

    private static final Comparator<Observation> BEST_FIRST = Comparator.comparingInt(Reach::rank)
            .thenComparing(seen -> -seen.priority())
            .thenComparing(NEWEST_FIRST);

    private Reach() {}

    static @Nullable Observation newest(List<Observation> held, Source.Kind kind) {
        return held.stream()
                .filter(seen -> seen.source().kind() == kind)
                .min(NEWEST_FIRST)
                .orElse(null);
    }

    /** The most reachable device that has a session. */
    static @Nullable Observation best(List<Observation> held) {
        return held.stream()
                .filter(seen -> seen.source().kind() == Source.Kind.RESOURCE
                        && seen.status().isSeenOnline())
                .min(BEST_FIRST)
                .orElse(null);
    }

    /** One who is in a call or a meeting is there: as reachable as available, but behind a device that says so itself. */
    private static int rank(Observation seen) {
        int listed = MOST_REACHABLE_FIRST.indexOf(seen.status());
        return listed < 0 ? 3 : listed * 2;
    }
}
