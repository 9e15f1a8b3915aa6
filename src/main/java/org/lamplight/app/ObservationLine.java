package org.lamplight.app;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

/** An observation as one line of a file: {@code status|since|until|note}, and where it comes from before it. Pure. */
final class ObservationLine {
    private static final int PARTS = 4;

    private ObservationLine() {}

    static Optional<Observation> ofChoice(String text) {
        return of(Source.CHOICE, text);
    }

    static Optional<Observation> of(String text) {
        int end = text.indexOf('|');
        return end < 0
                ? Optional.empty()
                : Source.parse(decoded(text.substring(0, end))).flatMap(source -> of(source, text.substring(end + 1)));
    }

    private static Optional<Observation> of(Source source, String text) {
        String[] parts = text.split("\\|", PARTS);
        try {
            return Status.ofKey(parts[0])
                    .filter(status -> parts.length == PARTS)
                    .map(status -> Observation.of(source, status)
                            .since(instant(parts[1]))
                            .until(instant(parts[2]))
                            .note(parts[3].isEmpty() ? null : parts[3]));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }

    static String choice(Observation choice) {
        return String.join(
                "|",
                choice.status().key(),
                text(choice.since()),
                text(choice.until()),
                choice.note() == null ? "" : oneLine(choice.note()));
    }

    static String whole(Observation seen) {
        return URLEncoder.encode(seen.source().toString(), StandardCharsets.UTF_8) + "|" + choice(seen);
    }

    private static String decoded(String source) {
        try {
            return URLDecoder.decode(source, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
