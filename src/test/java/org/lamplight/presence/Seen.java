package org.lamplight.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Observations in short: {@code calendar:work=in-a-meeting@30..60} began half an hour ago and ends in one;
 * {@code choice=busy} has neither begin nor end. Several are parted by blanks.
 */
final class Seen {
    static final Instant NOW = Instant.parse("2026-11-18T14:00:00Z");
    private static final Pattern ONE = Pattern.compile("(.+?)=([a-z-]+)(?:@(-?\\d+))?(?:\\.\\.(-?\\d+))?");

    private Seen() {}

    static List<Observation> all(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.strip().split("\\s+")).map(Seen::one).toList();
    }

    static Observation one(String text) {
        Matcher parts = ONE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        Instant since = parts.group(3) == null ? null : ago(Integer.parseInt(parts.group(3)));
        Instant until = parts.group(4) == null ? null : ago(-Integer.parseInt(parts.group(4)));
        return Observation.of(
                        Source.parse(parts.group(1)).orElseThrow(),
                        Status.ofKey(parts.group(2)).orElseThrow())
                .since(since)
                .until(until);
    }

    static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    static Presence own(String text) {
        return Fold.fold(all(text), Whose.OWN, Rules.builtIn(), NOW);
    }

    static Presence contact(String text) {
        return Fold.fold(all(text), Whose.CONTACT, Rules.builtIn(), NOW);
    }
}
