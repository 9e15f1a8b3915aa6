package org.lamplight.office.colleagues;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The times that people name. */
final class Clock {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Clock() {}

    /** Puts a round time, a quarter to three quarters of an hour from now, where the text wants one. */
    static String fill(String text) {
        LocalTime time = LocalTime.now(ZoneId.systemDefault()).plusMinutes(45);
        return text.replace("{until}", FORMAT.format(time.withMinute(time.getMinute() < 30 ? 0 : 30)));
    }
}
