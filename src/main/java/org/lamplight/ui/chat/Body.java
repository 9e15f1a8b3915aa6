package org.lamplight.ui.chat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lamplight.core.PlainText;
import org.lamplight.ui.text.Markup;

/**
 * What a message says, as it is shown: a very long one its beginning only, or in several parts, so that no more of it is
 * laid out than is seen. Immutable.
 *
 * @param written the text of the message that this was made of
 * @param text without what can't or must not be shown; what is copied
 * @param cuts where the parts begin and end: one more than there are parts
 * @param fenced which parts begin within a block of code
 * @param folded whether there is more than is shown
 */
record Body(String written, String text, List<Integer> cuts, BitSet fenced, boolean folded) {
    private static final int FOLD_OVER = 2500;
    private static final int FOLD_OVER_LINES = 30;
    private static final int FOLDED = 1500;
    private static final int FOLDED_LINES = 16;
    private static final int PART = 1000;
    private static final int PART_LINES = 40;

    /** More marks than this on one letter are no language. */
    private static final int MOST_MARKS = 12;

    /** @param unfolded whether all of it is wanted */
    static Body of(String written, boolean unfolded) {
        String text = unfolded ? shown(written) : shown(beginning(written));
        if (unfolded) {
            List<Integer> cuts = cuts(text);
            return new Body(written, text, cuts, fences(text, cuts), false);
        }
        boolean folded = written.length() > FOLD_OVER || lines(text) > FOLD_OVER_LINES;
        int end = folded ? cut(text, 0, FOLDED, FOLDED_LINES) : text.length();
        return new Body(written, text, List.of(0, end), new BitSet(), folded);
    }

    private static BitSet fences(String text, List<Integer> cuts) {
        BitSet fenced = new BitSet();
        for (int part = 1; part < cuts.size() - 1; part++) {
            fenced.set(part, Markup.leavesOpen(text, cuts.get(part - 1), cuts.get(part), fenced.get(part - 1)));
        }
        return fenced;
    }

    /** The signs of one part, read anew each time. */
    Markup markup(int part) {
        int end = end(part);
        // the break at the end of a part is the one between the rows
        boolean breaks = part < parts() - 1 && end > start(part) && text.charAt(end - 1) == '\n';
        return Markup.of(text, start(part), breaks ? end - 1 : end, fenced.get(part));
    }

    int parts() {
        return cuts.size() - 1;
    }

    int start(int part) {
        return cuts.get(Math.min(part, parts() - 1));
    }

    int end(int part) {
        return cuts.get(Math.min(part, parts() - 1) + 1);
    }

    private static String beginning(String written) {
        return written.length() <= 2 * FOLD_OVER ? written : written.substring(0, 2 * FOLD_OVER);
    }

    private static String shown(String written) {
        String text = PlainText.lines(written);
        StringBuilder shown = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            marks = Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                shown.append(text.charAt(i));
            }
        }
        return shown.toString();
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count() + 1;
    }

    private static List<Integer> cuts(String text) {
        List<Integer> cuts = new ArrayList<>();
        int at = 0;
        cuts.add(at);
        while (at < text.length()) {
            at = cut(text, at, PART, PART_LINES);
            cuts.add(at);
        }
        return cuts.size() == 1 ? List.of(0, 0) : List.copyOf(cuts);
    }

    /** The end of a stretch of at most so many letters and lines, after a line or else a word if there is one. */
    private static int cut(String text, int from, int letters, int lines) {
        int most = Math.min(text.length(), from + letters);
        int lineEnd = -1;
        int end = from;
        for (int line = 0; line < lines && end >= 0 && end < most; line++) {
            lineEnd = end;
            int next = text.indexOf('\n', end);
            end = next < 0 ? text.length() : next + 1;
        }
        if (end <= most) {
            return end;
        }
        if (lineEnd > from) {
            return lineEnd;
        }
        int blank = text.lastIndexOf(' ', most - 1);
        int word = blank > from + letters / 2 ? blank + 1 : most;
        return Character.isLowSurrogate(text.charAt(Math.min(word, text.length() - 1))) ? word - 1 : word;
    }

    /** A guess at the number of lines of a part that is made without touching a font. */
    int guess(int part, int lettersPerLine) {
        return guess(text, start(part), end(part), lettersPerLine, Integer.MAX_VALUE);
    }

    /** The same of what was written, before anything was made of it. */
    static int guess(String written, int lettersPerLine) {
        boolean folded = written.length() > FOLD_OVER;
        int end = folded ? FOLDED : written.length();
        int lines = guess(written, 0, end, lettersPerLine, FOLD_OVER_LINES + 1);
        return lines > FOLD_OVER_LINES ? FOLDED_LINES + 1 : lines + (folded ? 1 : 0);
    }

    private static int guess(String text, int from, int to, int lettersPerLine, int most) {
        int lines = 0;
        int at = from;
        while (at <= to && lines < most) {
            int next = text.indexOf('\n', at);
            int lineEnd = next < 0 || next > to ? to : next;
            lines += Math.max(1, (lineEnd - at + lettersPerLine - 1) / lettersPerLine);
            at = lineEnd + 1;
        }
        return lines;
    }
}
