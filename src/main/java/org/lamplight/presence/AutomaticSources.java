package org.lamplight.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What sources other than the person say, as far as the person lets them. What applications say until a time outlives a
 * restart: nobody would tell it again. A call or a meeting pauses auto-away: idle time counts anew from its end. On core.
 */
final class AutomaticSources {
    private static final Set<Status> DOING = Set.of(
            Status.ON_THE_PHONE,
            Status.ON_VIDEO,
            Status.IN_A_MEETING,
            Status.IN_A_MEETING_ON_THE_PHONE,
            Status.PRESENTING,
            Status.BUSY);

    private final PresenceMemory memory;
    private final Map<Source, Observation> said = new LinkedHashMap<>();
    private final Set<String> silenced;
    private final Set<Observation> dismissed;
    private Instant lastDone = Instant.MIN;

    AutomaticSources(PresenceMemory memory) {
        this.memory = memory;
        memory.observed().forEach(seen -> said.put(seen.source(), seen));
        silenced = new TreeSet<>(memory.silenced());
        dismissed = new LinkedHashSet<>(memory.dismissed());
    }

    void observe(Observation seen, Instant now) {
        Observation before = said.put(seen.source(), seen);
        if (!seen.equals(before)) {
            ended(before, now);
            keepObserved(seen.source());
        }
    }

    void forget(Source source, Instant now) {
        ended(said.remove(source), now);
        keepObserved(source);
    }

    /** The person says that what this source tells is over; what it tells next counts again. */
    void dismiss(Source source, Instant now) {
        Observation seen = said.get(source);
        if (seen != null && source.kind() == Source.Kind.APP) {
            forget(source, now);
        } else if (seen != null) {
            ended(seen, now);
            dismissed.add(seen);
            memory.keepDismissed(List.copyOf(dismissed));
        }
    }

    boolean listenTo(Source source, boolean on) {
        boolean changed = on ? silenced.remove(source.toString()) : silenced.add(source.toString());
        if (changed) {
            memory.keepSilenced(Set.copyOf(silenced));
        }
        return changed;
    }

    Set<String> silenced() {
        return silenced;
    }

    /** What counts now or will, after what has ended was let go. */
    List<Observation> counting(Instant now) {
        letGo(now);
        List<Observation> counting = new ArrayList<>();
        for (Observation seen : said.values()) {
            if (!silenced.contains(seen.source().toString()) && !dismissed.contains(seen)) {
                counting.add(seen.source().kind() == Source.Kind.INPUT ? rested(seen) : seen);
            }
        }
        return counting;
    }

    private Observation rested(Observation input) {
        Instant since = input.since();
        return since != null && since.isBefore(lastDone) ? input.since(lastDone) : input;
    }

    private void letGo(Instant now) {
        List<Observation> over = said.values().stream()
                .filter(seen -> seen.until() != null && !now.isBefore(seen.until()))
                .toList();
        for (Observation seen : over) {
            said.remove(seen.source());
            ended(seen, seen.until() == null ? now : seen.until());
            keepObserved(seen.source());
        }
        if (dismissed.removeIf(seen -> seen.until() != null && !now.isBefore(seen.until()))) {
            memory.keepDismissed(List.copyOf(dismissed));
        }
    }

    private void ended(@Nullable Observation seen, Instant when) {
        if (seen == null || !DOING.contains(seen.status())) {
            return;
        }
        Instant begun = seen.since();
        if ((begun == null || !begun.isAfter(when)) && when.isAfter(lastDone)) {
            lastDone = when;
        }
    }

    private void keepObserved(Source source) {
        if (source.kind() == Source.Kind.APP) {
            memory.keepObserved(said.values().stream()
                    .filter(seen -> seen.source().kind() == Source.Kind.APP && seen.until() != null)
                    .toList());
        }
    }
}
