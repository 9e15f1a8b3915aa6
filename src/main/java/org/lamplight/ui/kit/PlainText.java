package org.lamplight.ui.kit;

/** Words that others wrote, made safe to show: never markup, no control characters, nothing that turns the line around. */
public final class PlainText {
    private PlainText() {}

    /** On one line. */
    public static String line(String text) {
        return clean(text, false).strip();
    }

    /** Line breaks and tabs stay. */
    public static String lines(String text) {
        return clean(text.replace("\r\n", "\n").replace('\r', '\n'), true);
    }

    private static String clean(String text, boolean breaks) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                clean.append(breaks ? (char) c : ' ');
            } else if (c == '\r' || c == 0x2028 || c == 0x2029) {
                clean.append(breaks ? '\n' : ' ');
            } else if (shown(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static boolean shown(int c) {
        boolean turnsTheLine =
                (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        return !Character.isISOControl(c) && !turnsTheLine && !half && c != 0xFEFF && c != 0x061C;
    }
}
