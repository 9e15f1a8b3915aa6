package org.lamplight.core;

import org.jspecify.annotations.Nullable;

/** Words of strangers, made fit to show: they never change direction, ring bells or fill the screen. */
public final class PlainText {
    /** How long a status or a name may be on a screen. */
    public static final int SHORT = 512;

    private PlainText() {}

    /** One line: control and bidi-override characters out, cut at this length; null if nothing is left. */
    public static @Nullable String line(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String clean = clean(cut(text, longest * 2)).replaceAll("\\s+", " ").strip();
        return clean.isEmpty() ? null : cut(clean, longest);
    }

    /** Several lines: as {@link #line}, but line ends and tabs stay. */
    public static String block(String text, int longest) {
        return clean(cut(text, longest));
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    private static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmful(c)) {
                clean = clean == null ? new StringBuilder(text.length()).append(text, 0, i) : clean;
            } else if (clean != null) {
                clean.append(c);
            }
        }
        return clean == null ? text : clean.toString();
    }

    private static boolean isHarmful(char c) {
        boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
        boolean direction = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
        return control || direction || c == '\ufffe' || c == '\uffff';
    }
}
