package org.lamplight.presence;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;

/** The plain English text that goes with a status on the wire, so that every client shows something sensible. Pure. */
public final class OwnWords {
    /** Stands between the words of the status and the person's own. */
    static final String BETWEEN = " \u00b7 ";

    private static final Map<Status, String> WORDS = Map.ofEntries(
            Map.entry(Status.BUSY, "Busy"),
            Map.entry(Status.DO_NOT_DISTURB, "Do not disturb"),
            Map.entry(Status.OUT_OF_OFFICE, "Out of office"),
            Map.entry(Status.ON_THE_PHONE, "On the phone"),
            Map.entry(Status.ON_VIDEO, "On a video call"),
            Map.entry(Status.IN_A_MEETING, "In a meeting"),
            Map.entry(Status.IN_A_MEETING_ON_THE_PHONE, "In a meeting, on the phone"),
            Map.entry(Status.PRESENTING, "Presenting"));

    private OwnWords() {}

    /** Empty where the show says it all. */
    public static String of(Status status) {
        return WORDS.getOrDefault(status, "");
    }

    /** The words of the status with the person's own after them, fit for XML; empty where there are neither. */
    public static String with(Status status, @Nullable String note) {
        String words = of(status);
        if (note == null) {
            return words;
        }
        String own = PlainText.xml(note);
        return words.isEmpty() ? own : words + BETWEEN + own;
    }
}
