package org.lamplight.ui.files;

import java.text.NumberFormat;
import java.util.Locale;

/** Sizes of files in words, in steps of 1000 as files are shown by desktops. Pure. */
public final class ByteWords {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private ByteWords() {}

    /** Such as 1.2 MB. */
    public static String of(long bytes, Locale locale) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit == 0 || value >= 9.95 ? 0 : 1);
        return format.format(value) + "\u00a0" + UNITS[unit];
    }
}
