package org.lamplight.core;

import org.jspecify.annotations.Nullable;

/** Words that others wrote, made safe to show: never markup, no control characters, nothing that turns the line around. */
public final class PlainText {
    /** How long a status or a name may be on a screen. */
    public static final int SHORT = 512;

    private PlainText() {}

    /** On one line, cut at this length; null if nothing is left. */
    public static @Nullable String line(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String line = line(cut(text, longest * 2)).replaceAll("\\s+", " ");
        return line.isEmpty() ? null : cut(line, longest);
    }

    /** On one line. */
    public static String line(String text) {
        return clean(text, false).strip();
    }

    /** Line breaks and tabs stay. */
    public static String lines(String text) {
        return clean(text.replace("\r\n", "\n").replace('\r', '\n'), true);
    }

    /** As {@link #lines}, cut at this length. */
    public static String lines(String text, int longest) {
        return lines(cut(text, longest));
    }

    /** Without what XML 1.0 can't hold (section 2.2): one such character in a stanza ends the stream. */
    public static String xml(String text) {
        boolean fit = text.codePoints().allMatch(PlainText::fitsXml);
        if (fit) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::fitsXml).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean fitsXml(int c) {
        boolean breaks = c == '\t' || c == '\n' || c == '\r';
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        return breaks || (c >= 0x20 && !half && c != 0xFFFE && c != 0xFFFF);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
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
        boolean none = c == 0xFEFF || c == 0x061C || c == 0xFFFE || c == 0xFFFF;
        return !Character.isISOControl(c) && !turnsTheLine && !half && !none;
    }
}
