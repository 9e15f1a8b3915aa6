package org.lamplight.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of a person: an opinion, not yet their presence.
 *
 * @param since when it began; for {@code input}, when the last input was. Null: not known
 * @param until when it ends, itself excluded. Null: open
 * @param note words of the person, plain text. Null: none
 * @param device on which device, for display. Null: not known
 * @param priority which of several equal devices counts, the higher first (RFC 6121, section 4.7.2.3); 0 where there is none
 */
public record Observation(
        Source source,
        Status status,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String note,
        @Nullable String device,
        int priority) {

    public Observation(
            Source source,
            Status status,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String note,
            @Nullable String device) {
        this(source, status, since, until, note, device, 0);
    }

    public static Observation of(Source source, Status status) {
        return new Observation(source, status, null, null, null, null);
    }

    public Observation since(@Nullable Instant begin) {
        return new Observation(source, status, begin, until, note, device, priority);
    }

    public Observation until(@Nullable Instant end) {
        return new Observation(source, status, since, end, note, device, priority);
    }

    public Observation note(@Nullable String words) {
        return new Observation(source, status, since, until, words, device, priority);
    }

    /**
     * Whether it holds at this instant. Only a calendar speaks of the future; elsewhere a begin that lies ahead is a clock
     * that goes wrong, and counts as now.
     */
    public boolean holds(Instant now) {
        boolean ended = until != null && !now.isBefore(until);
        boolean ahead = source.kind() == Source.Kind.CALENDAR && since != null && now.isBefore(since);
        return !ended && !ahead;
    }
}
