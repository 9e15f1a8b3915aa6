package org.lamplight.ui.status;

import org.lamplight.core.Texts;
import org.lamplight.presence.Ending;
import org.lamplight.ui.kit.Moments;

/** An ending in words: "1 hour", "today", "until 17:00". */
final class EndingWords {
    private static final int HOUR = 60;

    private final Texts texts;
    private final Moments moments;

    EndingWords(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    String of(Ending ending) {
        if (ending instanceof Ending.After after) {
            long minutes = after.duration().toMinutes();
            boolean hours = minutes % HOUR == 0;
            return texts.get(hours ? "ends.hours" : "ends.minutes", hours ? minutes / HOUR : minutes);
        }
        if (ending instanceof Ending.At at) {
            return texts.get("ends.at", moments.time(at.time()));
        }
        return texts.get(ending.equals(Ending.OPEN) ? "ends.open" : "ends.day");
    }
}
