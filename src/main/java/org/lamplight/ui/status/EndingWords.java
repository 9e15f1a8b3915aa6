package org.lamplight.ui.status;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.lamplight.core.Texts;
import org.lamplight.presence.Ending;

/** An ending in words: "1 hour", "today", "until 17:00". */
final class EndingWords {
    private static final int HOUR = 60;

    private final Texts texts;
    private final DateTimeFormatter time;

    EndingWords(Texts texts, Locale locale) {
        this.texts = texts;
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    }

    String of(Ending ending) {
        if (ending instanceof Ending.After after) {
            long minutes = after.duration().toMinutes();
            boolean hours = minutes % HOUR == 0;
            return texts.get(hours ? "ends.hours" : "ends.minutes", hours ? minutes / HOUR : minutes);
        }
        if (ending instanceof Ending.At at) {
            return texts.get("ends.at", time.format(at.time()));
        }
        return texts.get(ending.equals(Ending.OPEN) ? "ends.open" : "ends.day");
    }
}
