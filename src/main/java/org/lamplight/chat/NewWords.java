package org.lamplight.chat;

/** What is new in a message that quotes another before it (XEP-0393 section 5.1.3): for previews of one line. */
public final class NewWords {
    private NewWords() {}

    /** The text without the quoted lines at its beginning; all of it where nothing else is there. */
    public static String of(String text) {
        int quoted = 0;
        int at = 0;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            if (isQuoted(text, at, end)) {
                quoted = end;
            } else if (!isBlank(text, at, end)) {
                break;
            }
            at = end;
        }
        return quoted == 0 || isBlank(text, quoted, text.length())
                ? text
                : text.substring(quoted).stripLeading();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    /** A sign alone begins a face or an arrow as well: a quotation has room after it, another one, or nothing. */
    private static boolean isQuoted(String text, int from, int end) {
        if (text.charAt(from) != '>') {
            return false;
        }
        return from + 1 >= end || " >\n\t\r".indexOf(text.charAt(from + 1)) >= 0;
    }

    private static boolean isBlank(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
