package org.lamplight.chat.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lamplight.core.PlainText;

/** Makes a name that somebody else gave to a file one that harms no file system and deceives no reader. Pure. */
public final class SafeName {
    /** UTF-8 bytes; file systems take 255, and a number or an ending may have to be added. */
    static final int LONGEST = 200;

    private static final int LONGEST_ENDING = 16;
    private static final String NONE = "file";
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(\\..*)?");

    private SafeName() {}

    /** The name by itself: no folders, no devices, nothing invisible, not too long; {@value #NONE} where nothing is left. */
    public static String of(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(PlainText.line(last), Normalizer.Form.NFC)
                .codePoints()
                .filter(SafeName::isVisible)
                .map(c -> "<>:\"/\\|?*".indexOf(c) < 0 ? c : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        // Hidden at the one end; ignored by Windows at the other
        String trimmed = plain.replaceAll("^[\\s.]+|[\\s.]+$", "").replaceAll("\\s+", " ");
        String cut = cut(trimmed).replaceAll("[\\s.]+$", "");
        if (cut.isEmpty()) {
            return NONE;
        }
        return DEVICE.matcher(cut.toLowerCase(Locale.ROOT)).matches() ? "_" + cut : cut;
    }

    /** The same with a number before the ending, as the second of that name. */
    static String numbered(String name, int number) {
        int dot = ending(name);
        return name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
    }

    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return type != Character.FORMAT && type != Character.UNASSIGNED && type != Character.PRIVATE_USE;
    }

    /** Where the ending begins; the length where there is none. */
    private static int ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || name.length() - dot > LONGEST_ENDING ? name.length() : dot;
    }

    private static String cut(String name) {
        int dot = ending(name);
        String ending = name.substring(dot);
        StringBuilder stem = new StringBuilder(name.substring(0, dot));
        int room = LONGEST - bytes(ending);
        while (bytes(stem) > room) {
            int over = Math.max(1, (bytes(stem) - room) / 4);
            int end = stem.offsetByCodePoints(stem.length(), -Math.min(over, stem.codePointCount(0, stem.length())));
            stem.setLength(end);
        }
        return stem + ending;
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
