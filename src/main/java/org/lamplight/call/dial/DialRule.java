package org.lamplight.call.dial;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;

/**
 * One line of a dial plan: which numbers it fits, and what is dialled for them. Immutable.
 *
 * @param line where it stands in the file, from 1 on
 * @param starts what the number begins with
 * @param least the fewest digits, {@code most} the most
 * @param match the whole number; null: any
 * @param strip so many characters are taken away in front
 * @param prefix and this is put there
 * @param as what is dialled instead, with {@code $1} for groups of {@code match}; null: the number itself
 */
record DialRule(
        int line,
        String starts,
        int least,
        int most,
        @Nullable Pattern match,
        int strip,
        String prefix,
        @Nullable String as) {
    private static final Texts TEXTS = Texts.of(DialRule.class);
    private static final int LONGEST = 64;
    /** More than any number needs; a pattern that tries for ever is left. */
    private static final int MOST_STEPS = 100_000;

    /** Reads pairs of a word and its value; {@link DialPlan.Broken} tells what is wrong in a sentence. */
    static DialRule parse(int line, String text) throws DialPlan.Broken {
        String[] words = text.strip().split("\\s+");
        if (words.length % 2 != 0) {
            throw new DialPlan.Broken(TEXTS.get("plan.pairs", line));
        }
        DialRule rule = new DialRule(line, "", 0, LONGEST, null, 0, "", null);
        for (int i = 0; i < words.length; i += 2) {
            rule = rule.with(words[i], words[i + 1]);
        }
        return rule;
    }

    private DialRule with(String word, String value) throws DialPlan.Broken {
        return switch (word) {
            case "starts" -> new DialRule(line, dialable(word, value), least, most, match, strip, prefix, as);
            case "length" -> lengths(value);
            case "match" -> new DialRule(line, starts, least, most, pattern(value), strip, prefix, as);
            case "strip" -> new DialRule(line, starts, least, most, match, number(word, value), prefix, as);
            case "prefix" -> new DialRule(line, starts, least, most, match, strip, dialable(word, value), as);
            case "as" -> as(value);
            default -> throw new DialPlan.Broken(TEXTS.get("plan.word", line, word));
        };
    }

    /** {@code 5}, {@code 5-8}, {@code 5-}. */
    private DialRule lengths(String value) throws DialPlan.Broken {
        Matcher parts = Pattern.compile("(\\d{1,2})(-(\\d{1,2})?)?").matcher(value);
        if (!parts.matches()) {
            throw wrong("length", value);
        }
        int from = Integer.parseInt(parts.group(1));
        int to = parts.group(2) == null ? from : parts.group(3) == null ? LONGEST : Integer.parseInt(parts.group(3));
        return new DialRule(line, starts, from, to, match, strip, prefix, as);
    }

    private DialRule as(String value) throws DialPlan.Broken {
        try {
            if (match != null && value.replaceAll("\\$\\d", "").matches("[+0-9*#]*")) {
                Matcher groups = match.matcher("");
                boolean known = Pattern.compile("\\$(\\d)")
                        .matcher(value)
                        .results()
                        .allMatch(one -> Integer.parseInt(one.group(1)) <= groups.groupCount());
                if (known) {
                    return new DialRule(line, starts, least, most, match, strip, prefix, value);
                }
            }
        } catch (IllegalArgumentException malformed) {
            throw wrong("as", value);
        }
        throw wrong("as", value);
    }

    private String dialable(String word, String value) throws DialPlan.Broken {
        if (!value.matches("[+0-9*#]{1,20}")) {
            throw wrong(word, value);
        }
        return value;
    }

    private int number(String word, String value) throws DialPlan.Broken {
        if (!value.matches("\\d{1,2}")) {
            throw wrong(word, value);
        }
        return Integer.parseInt(value);
    }

    private Pattern pattern(String value) throws DialPlan.Broken {
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException malformed) {
            throw wrong("match", value);
        }
    }

    private DialPlan.Broken wrong(String word, String value) {
        return new DialPlan.Broken(TEXTS.get("plan.value", line, word, value));
    }

    boolean fits(String number) {
        int digits = (int) number.chars().filter(Character::isDigit).count();
        return number.startsWith(starts)
                && digits >= least
                && digits <= most
                && number.length() >= strip
                && matches(number);
    }

    private boolean matches(String number) {
        try {
            return match == null || match.matcher(new Counted(number)).matches();
        } catch (Counted.TooMany endless) {
            return false;
        } catch (StackOverflowError deep) {
            return false;
        }
    }

    /** What is dialled for a number that it fits. */
    String dialled(String number) {
        String changed =
                as == null || match == null ? number : match.matcher(number).replaceFirst(as);
        return prefix + changed.substring(Math.min(strip, changed.length()));
    }

    /** A number that may be looked at so often and no more. */
    private static final class Counted implements CharSequence {
        private final CharSequence text;
        private int looks;

        static final class TooMany extends RuntimeException {
            private static final long serialVersionUID = 1;
        }

        Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_STEPS) {
                throw new TooMany();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.subSequence(from, to);
        }
    }
}
