package org.lamplight.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
            Optional<Cause> cause = rule.condition().holds(facts);
            if (cause.isPresent()) {
                return presence(honest(rule.status(), facts), held, cause.get(), now);
            }
        }
        return presence(facts.of("im").isPresent() ? Status.AVAILABLE : Status.UNKNOWN, held, Cause.NONE, now);
    }

    /** What the person chose, of all that was chosen and holds now: the newest. Null if nothing was. */
    public static @Nullable Observation choice(Collection<Observation> observations, Instant now) {
        return Reach.newest(
                observations.stream().filter(seen -> seen.holds(now)).toList(), Source.Kind.CHOICE);
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

    private static Presence presence(Status status, List<Observation> held, Cause cause, Instant now) {
        List<Reason> reasons = held.stream()
                .map(seen -> new Reason(seen, cause.by().contains(seen)))
                .sorted(WINNERS_FIRST)
                .toList();
        Instant since = cause.since();
        Instant begun = since != null && since.isAfter(now) ? now : since;
        return new Presence(status, note(held, cause.by()), begun, cause.until(), reasons);
    }

    /** The person's own words: of their choice, of the device that made it so, else of the one that counts. */
    private static @Nullable String note(List<Observation> held, Set<Observation> winners) {
        Observation choice = Reach.newest(held, Source.Kind.CHOICE);
        if (choice != null && choice.note() != null) {
            return choice.note();
        }
        Observation best = Reach.best(held);
        return words(winners, Fold::isOfADevice)
                .or(() -> Optional.ofNullable(best).map(Observation::note))
                // A meeting's title is nobody's note
                .or(() -> words(winners, seen -> seen.source().kind() != Source.Kind.CALENDAR))
                // Whoever has gone may have said why
                .or(() -> best == null ? words(held, Fold::isOfADevice) : Optional.empty())
                .orElse(null);
    }

    private static boolean isOfADevice(Observation seen) {
        return seen.source().kind() == Source.Kind.RESOURCE;
    }

    private static Optional<String> words(Collection<Observation> of, Predicate<Observation> whose) {
        return of.stream()
                .filter(seen -> seen.note() != null && whose.test(seen))
                .min(Comparator.comparing(Observation::toString))
                .map(Observation::note);
    }
}
