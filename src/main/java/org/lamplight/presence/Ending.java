package org.lamplight.presence;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a choice is to hold, as a person says it. Immutable; its text form is for files. */
public sealed interface Ending {
    /** Until something else is chosen. */
    Ending OPEN = new Open();

    Ending END_OF_DAY = new EndOfDay();

    /** What a menu offers before a time of one's own. */
    static List<Ending> common() {
        return List.of(
                OPEN,
                new After(Duration.ofMinutes(30)),
                new After(Duration.ofHours(1)),
                new After(Duration.ofHours(2)),
                END_OF_DAY);
    }

    /** The instant at which it is over, null if it has no end. */
    @Nullable
    Instant at(Clock clock);

    /** The text form that {@link #parse} reads: {@code open}, {@code day}, {@code 30 min}, {@code 17:00}. */
    String text();

    /** The ending of this text form, or empty if it is none. */
    static Optional<Ending> parse(String text) {
        if (text.equals(OPEN.text()) || text.equals(END_OF_DAY.text())) {
            return Optional.of(text.equals(OPEN.text()) ? OPEN : END_OF_DAY);
        }
        if (text.matches("[1-9]\\d{0,4} min")) {
            return Optional.of(new After(Duration.ofMinutes(Long.parseLong(text.replace(" min", "")))));
        }
        try {
            return Optional.of(new At(LocalTime.parse(text)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** Without an end. */
    record Open() implements Ending {
        @Override
        public @Nullable Instant at(Clock clock) {
            return null;
        }

        @Override
        public String text() {
            return "open";
        }
    }

    /** At midnight, where the person is. */
    record EndOfDay() implements Ending {
        @Override
        public Instant at(Clock clock) {
            return LocalDate.now(clock)
                    .plusDays(1)
                    .atStartOfDay(clock.getZone())
                    .toInstant();
        }

        @Override
        public String text() {
            return "day";
        }
    }

    /** After whole minutes. */
    record After(Duration duration) implements Ending {
        @Override
        public Instant at(Clock clock) {
            return clock.instant().plus(duration);
        }

        @Override
        public String text() {
            return duration.toMinutes() + " min";
        }
    }

    /** At a time of the day: today, or tomorrow if it has passed. */
    record At(LocalTime time) implements Ending {
        @Override
        public Instant at(Clock clock) {
            ZonedDateTime now = ZonedDateTime.now(clock);
            ZonedDateTime today = now.toLocalDate().atTime(time).atZone(clock.getZone());
            return (today.isAfter(now)
                            ? today
                            : now.toLocalDate().plusDays(1).atTime(time).atZone(clock.getZone()))
                    .toInstant();
        }

        @Override
        public String text() {
            return time.toString();
        }
    }
}
