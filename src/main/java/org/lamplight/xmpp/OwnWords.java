package org.lamplight.xmpp;

import java.util.Map;
import org.lamplight.presence.Status;

/** The plain English text that goes with a status on the wire, so that every client shows something sensible. */
final class OwnWords {
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
    static String of(Status status) {
        return WORDS.getOrDefault(status, "");
    }
}
