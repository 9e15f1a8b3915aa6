package org.lamplight.ui.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long a choice holds. */
enum End {
    OPEN,
    HALF_HOUR,
    HOUR,
    TODAY;

    /** The instant at which it is over, null if it has no end. */
    @Nullable
    Instant after(Clock clock) {
        return switch (this) {
            case OPEN -> null;
            case HALF_HOUR -> clock.instant().plus(Duration.ofMinutes(30));
            case HOUR -> clock.instant().plus(Duration.ofHours(1));
            case TODAY ->
                LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        };
    }
}
