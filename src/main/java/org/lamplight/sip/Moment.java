package org.lamplight.sip;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times in bodies (xs:dateTime). Pure. */
final class Moment {
    private Moment() {}

    /** Empty for what is no time, and for one without an offset: whose clock it was nobody knows. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As {@link #parse}; what lies ahead is a clock that goes wrong, and counts as now. */
    static Optional<Instant> past(String text, Instant now) {
        return parse(text).map(moment -> moment.isAfter(now) ? now : moment);
    }
}
