package org.lamplight.ui.search;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;

/** How well a few typed letters fit a name: its beginning best, then beginnings of its words, initials, any part. Pure. */
final class FuzzyMatch {
    /** The letters are not in the text at all. */
    static final int NONE = 0;

    private static final int BEGINNING = 500;
    private static final int WORD = 400;
    private static final int WORDS = 300;
    private static final int PART = 200;
    private static final int INITIALS = 100;
    private static final int MOST_PENALTY = 90;
    private static final int LONGEST = 200;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private FuzzyMatch() {}

    /** Small letters without accents: both the text and what is wanted are to be folded before they are compared. */
    static String fold(String whole) {
        String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        String apart = Normalizer.isNormalized(text, Normalizer.Form.NFD)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return apart.toLowerCase(Locale.ROOT).strip();
    }

    /** Greater is better; both texts folded. Everything fits where nothing is wanted. */
    static int score(String text, String wanted) {
        if (text.startsWith(wanted)) {
            return BEGINNING;
        }
        int at = text.indexOf(wanted);
        while (at >= 0) {
            if (startsWord(text, at)) {
                return WORD - Math.min(at, MOST_PENALTY);
            }
            at = text.indexOf(wanted, at + 1);
        }
        if (beginWords(text, BLANKS.split(wanted))) {
            return WORDS;
        }
        int part = text.indexOf(wanted);
        if (part >= 0) {
            return PART - Math.min(part, MOST_PENALTY);
        }
        return hops(text, wanted) ? INITIALS : NONE;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** Whether each of these begins a word of the text, in any order. */
    private static boolean beginWords(String text, String[] wanted) {
        for (String word : wanted) {
            int at = text.indexOf(word);
            while (at > 0 && !startsWord(text, at)) {
                at = text.indexOf(word, at + 1);
            }
            if (at < 0) {
                return false;
            }
        }
        return wanted.length > 1;
    }

    /** Whether the letters go through the text from beginnings of words to beginnings of words, as in "chba". */
    private static boolean hops(String text, String wanted) {
        // where in the text one may stand, with as many letters found as were gone through
        BitSet reached = new BitSet();
        reached.set(0);
        for (int i = 0; i < wanted.length() && !reached.isEmpty(); i++) {
            BitSet next = new BitSet();
            for (int at = reached.nextSetBit(0); at < text.length(); at++) {
                boolean goesOn = i > 0 && reached.get(at);
                if (text.charAt(at) == wanted.charAt(i) && (goesOn || startsWord(text, at))) {
                    next.set(at + 1);
                }
            }
            reached = next;
        }
        return !reached.isEmpty();
    }
}
