package org.lamplight.ui.search;

import org.lamplight.core.PlainText;

/** The part of a text that was searched for, with what stands around it, on one line. Pure. */
final class Snippet {
    private static final int BEFORE = 24;
    private static final int LONGEST = 240;
    private static final String MORE = "…";

    private Snippet() {}

    static String of(String text, String wanted) {
        int at = indexOf(text, wanted);
        if (at <= BEFORE) {
            return PlainText.line(text.substring(0, Math.min(text.length(), LONGEST)));
        }
        int from = startOfWord(text, at - BEFORE, at);
        int to = Math.min(text.length(), from + LONGEST);
        return MORE + PlainText.line(text.substring(from, to));
    }

    private static int startOfWord(String text, int from, int most) {
        for (int i = from; i < most; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    /** Case ignored; negative if it is not there letter by letter. */
    private static int indexOf(String text, String wanted) {
        int last = text.length() - wanted.length();
        for (int i = 0; i <= last; i++) {
            if (text.regionMatches(true, i, wanted, 0, wanted.length())) {
                return i;
            }
        }
        return -1;
    }
}
