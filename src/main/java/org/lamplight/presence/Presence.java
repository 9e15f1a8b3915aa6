package org.lamplight.presence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one presence of a person, as {@link Fold} makes it.
 *
 * @param note the person's own words; titles of meetings never get here
 * @param since when the status began, null if not known
 * @param until when it ends, itself excluded; null if open or not known
 * @param reasons every observation that held, winners first
 */
public record Presence(
        Status status,
        @Nullable String note,
        @Nullable Instant since,
        @Nullable Instant until,
        List<Reason> reasons) {

    /** What is known of somebody of whom nothing is known. */
    public static final Presence UNKNOWN = new Presence(Status.UNKNOWN, null, null, null, List.of());
}
