package org.lamplight.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pure function from observations to one presence, for oneself and for every contact. The order in which
 * observations are given never matters. Free of state and of threads: call it anywhere.
 */
public final class Fold {
    private static final Comparator<Reason> WINNERS_FIRST = Comparator.comparing((Reason reason) -> !reason.wins())
            .thenComparing(reason -> reason.observation().source().toString())
            .thenComparing(reason -> reason.observation().toString());

    private Fold() {}

    /** The presence that these observations and rules give at this instant. */
    public static Presence fold(Collection<Observation> observations, Whose whose, Rules rules, Instant now) {
        List<Observation> held =
                observations.stream().filter(seen -> seen.holds(now)).distinct().toList();
        Facts facts = FactFinder.find(held, whose, rules, now);
        for (Rule rule : rules.rules()) {
            Optional<Set<Observation>> winners = rule.condition().holds(facts);
            if (winners.isPresent()) {
                Status status = honest(rule.status(), facts);
                return presence(status, held, winners.get(), now);
            }
        }
        return presence(facts.of("im").isPresent() ? Status.AVAILABLE : Status.UNKNOWN, held, Set.of(), now);
    }

    /** The next instant after now at which the fold may change by time alone; null if it will not. */
    public static @Nullable Instant nextChange(Collection<Observation> observations, Rules rules, Instant now) {
        return FactFinder.nextChange(observations, rules, now);
    }

    /** Whatever the rules say: somebody who can't be reached by chat never looks as if they could. */
    private static Status honest(Status status, Facts facts) {
        if (facts.of("im").isPresent() || !status.hasSession()) {
            return status;
        }
        return switch (status) {
            case ON_THE_PHONE, ON_VIDEO, RINGING -> Status.ON_THE_PHONE_OFFLINE;
            case IN_A_MEETING, IN_A_MEETING_ON_THE_PHONE, PRESENTING -> Status.IN_A_MEETING_OFFLINE;
            default -> facts.of("seen").isPresent() ? Status.OFFLINE : Status.UNKNOWN;
        };
    }

    private static Presence presence(Status status, List<Observation> held, Set<Observation> winners, Instant now) {
        List<Reason> reasons = held.stream()
                .map(seen -> new Reason(seen, winners.contains(seen)))
                .sorted(WINNERS_FIRST)
                .toList();
        return new Presence(status, note(held, winners), since(winners, now), until(winners), reasons);
    }

    /** It began when the last of what makes it began. */
    private static @Nullable Instant since(Set<Observation> winners, Instant now) {
        Instant latest = winners.stream()
                .map(Observation::since)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return latest != null && latest.isAfter(now) ? now : latest;
    }

    /** It ends when the first of what makes it ends; several calendars that say the same end with the last. */
    private static @Nullable Instant until(Set<Observation> winners) {
        return winners.stream().collect(java.util.stream.Collectors.groupingBy(Observation::status)).values().stream()
                .map(Fold::lastEnd)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant lastEnd(List<Observation> same) {
        if (same.stream().anyMatch(seen -> seen.until() == null)) {
            return null;
        }
        return same.stream()
                .map(Observation::until)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The person's own words: of their choice, else of the device that counts. A meeting's title is nobody's note. */
    private static @Nullable String note(List<Observation> held, Set<Observation> winners) {
        Observation choice = Reach.newest(held, Source.Kind.CHOICE);
        if (choice != null && choice.note() != null) {
            return choice.note();
        }
        Observation best = Reach.best(held);
        if (best != null && best.note() != null) {
            return best.note();
        }
        return winners.stream()
                .filter(seen -> seen.source().kind() != Source.Kind.CALENDAR && seen.note() != null)
                .min(Comparator.comparing(Observation::toString))
                .map(Observation::note)
                .orElseGet(() -> lastWords(held));
    }

    private static @Nullable String lastWords(List<Observation> held) {
        return held.stream()
                .filter(seen -> seen.source().kind() == Source.Kind.RESOURCE && seen.note() != null)
                .min(Comparator.comparing(Observation::toString))
                .map(Observation::note)
                .orElse(null);
    }
}
