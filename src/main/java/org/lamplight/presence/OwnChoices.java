package org.lamplight.presence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the person chose, the newest above those that it will return to. On core. */
final class OwnChoices {
    private final Clock clock;
    private final PresenceMemory memory;
    private final List<Observation> choices;

    OwnChoices(Clock clock, PresenceMemory memory) {
        this.clock = clock;
        this.memory = memory;
        this.choices = new ArrayList<>(memory.choices());
    }

    List<Observation> all() {
        return choices;
    }

    /** The choice that holds now; null: available, without words. */
    @Nullable
    Observation current(Instant now) {
        return Fold.choice(choices, now);
    }

    /** A choice without an end ends all before it; one with an end returns to them. */
    void choose(Status status, @Nullable String note, @Nullable Instant until) {
        Instant now = clock.instant();
        choices.removeIf(older -> !older.holds(now));
        if (until == null) {
            choices.clear();
        }
        choices.add(new Observation(Source.CHOICE, status, afterAllOthers(now), until, note, null));
        memory.keep(List.copyOf(choices));
    }

    /** Other words for what is chosen: since when and until when stay. */
    void reword(@Nullable String note) {
        Observation current = current(clock.instant());
        if (current == null) {
            choose(Status.AVAILABLE, note, null);
        } else {
            choices.replaceAll(chosen -> chosen.equals(current) ? chosen.note(note) : chosen);
            memory.keep(List.copyOf(choices));
        }
    }

    void clear() {
        choices.clear();
        memory.keep(List.of());
    }

    /** The last choice is the newest even where the clock stood still or went back. */
    private Instant afterAllOthers(Instant now) {
        return choices.stream()
                .map(Observation::since)
                .filter(Objects::nonNull)
                .map(since -> since.plusMillis(1))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }
}
