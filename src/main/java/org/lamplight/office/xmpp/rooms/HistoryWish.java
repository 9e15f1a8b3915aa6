package org.lamplight.office.xmpp.rooms;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/**
 * How much of what was said before somebody wants to get on entering (XEP-0045 section 7.2.14).
 *
 * @param since nothing from before
 */
record HistoryWish(int stanzas, int characters, Instant since) {
    private static final int USUAL = 20;
    private static final int MOST = 200;

    /** Reads it from the {@code x} of a presence; what is not understood is as if not said. */
    static HistoryWish of(Element x, Instant now) {
        Element history = x.find("history");
        if (history == null) {
            return new HistoryWish(USUAL, Integer.MAX_VALUE, Instant.MIN);
        }
        int stanzas = Math.min(MOST, number(history.attribute("maxstanzas"), USUAL));
        int seconds = number(history.attribute("seconds"), -1);
        Instant since = since(history.attribute("since"));
        if (seconds >= 0 && now.minus(Duration.ofSeconds(seconds)).isAfter(since)) {
            since = now.minus(Duration.ofSeconds(seconds));
        }
        return new HistoryWish(stanzas, number(history.attribute("maxchars"), Integer.MAX_VALUE), since);
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null || !text.matches("\\d{1,9}") ? otherwise : Integer.parseInt(text);
    }

    private static Instant since(@Nullable String text) {
        try {
            return text == null ? Instant.MIN : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }
}
