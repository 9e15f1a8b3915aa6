package org.lamplight.ui.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.lamplight.core.Texts;

/** Times as people say them, in the language and zone of the machine. Any thread. */
public final class Moments {
    private static final int DAYS_BY_NAME = 6;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Clock clock;
    private final Texts texts;
    private final DateTimeFormatter time;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter shortWeekday;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dateOfThisYear;

    public Moments(Clock clock, Texts texts) {
        Locale locale = texts.locale();
        this.clock = clock;
        this.texts = texts;
        // a language without a country says nothing about how times are written: then as ISO does
        this.time = locale.getCountry().isEmpty()
                ? DateTimeFormatter.ofPattern("HH:mm", locale)
                : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        this.weekday = DateTimeFormatter.ofPattern("EEEE", locale);
        this.shortWeekday = DateTimeFormatter.ofPattern("EEE", locale);
        String pattern = locale.getCountry().isEmpty()
                ? "d MMM yyyy"
                : DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale);
        this.date = DateTimeFormatter.ofPattern(pattern, locale);
        this.dateOfThisYear = DateTimeFormatter.ofPattern(withoutYear(pattern), locale);
    }

    private static String withoutYear(String pattern) {
        String bare = pattern.replaceAll("[,\\s./-]*[yu]+", "").replaceAll("^[,\\s./-]+", "");
        return bare.isBlank() ? pattern : bare;
    }

    private String date(LocalDate day) {
        return (day.getYear() == today().getYear() ? dateOfThisYear : date).format(day);
    }

    /** "13:20". */
    public String time(Instant at) {
        return time.format(local(at));
    }

    /** "13:20". */
    public String time(LocalTime at) {
        return time.format(at);
    }

    /** "13:20", "yesterday", "Monday", "3 May 2026"; for what was and for what comes. */
    public String moment(Instant at) {
        ZonedDateTime when = local(at);
        long days = ChronoUnit.DAYS.between(today(), when.toLocalDate());
        if (days == 0) {
            return time(at);
        }
        if (days == -1) {
            return texts.get("time.yesterday");
        }
        if (days == 1) {
            boolean midnight = when.toLocalTime().equals(LocalTime.MIDNIGHT);
            return midnight ? texts.get("time.tomorrow") : texts.get("time.tomorrowAt", time(at));
        }
        return Math.abs(days) <= DAYS_BY_NAME ? weekday.format(when) : date(when.toLocalDate());
    }

    /** "14:21", "Fri", "3 May 2026": for lists of talks. */
    public String brief(Instant at) {
        long days = ChronoUnit.DAYS.between(local(at).toLocalDate(), today());
        if (days == 0) {
            return time(at);
        }
        return days > 0 && days <= DAYS_BY_NAME ? shortWeekday.format(local(at)) : date(dayOf(at));
    }

    /** "14:21", "3 May 14:21": for what was found among much that is old. */
    public String dated(Instant at) {
        return dayOf(at).equals(today()) ? time(at) : date(dayOf(at)) + " " + time(at);
    }

    /** "Today", "Yesterday", "Monday", "3 May 2026": for the lines between days. */
    public String day(LocalDate day) {
        long ago = ChronoUnit.DAYS.between(day, today());
        if (ago == 0 || ago == 1) {
            return texts.get(ago == 0 ? "day.today" : "day.yesterday");
        }
        return ago > 0 && ago <= DAYS_BY_NAME ? weekday.format(day) : date(day);
    }

    /** "12 min", "2 h", "2 h 5 min"; empty under a minute. */
    public String lasting(Instant since) {
        long minutes = Math.max(0, Duration.between(since, clock.instant()).toMinutes());
        if (minutes == 0) {
            return "";
        }
        if (minutes < 60) {
            return texts.get("time.minutes", minutes);
        }
        long rest = minutes % 60;
        return rest == 0 || minutes >= 600
                ? texts.get("time.hours", minutes / 60)
                : texts.get("time.hoursMinutes", minutes / 60, rest);
    }

    /** "2026-11-18 14:21": the same for all readers, and still true when it is read later. */
    public String stamp(Instant at) {
        return STAMP.format(local(at));
    }

    /** The first instant of a day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    public LocalDate dayOf(Instant at) {
        return local(at).toLocalDate();
    }

    public LocalDate today() {
        return local(clock.instant()).toLocalDate();
    }

    private ZonedDateTime local(Instant at) {
        return at.atZone(zone());
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
