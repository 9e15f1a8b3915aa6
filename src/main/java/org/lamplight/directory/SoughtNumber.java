package org.lamplight.directory;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A telephone number that somebody is looked for by, however it is written. Two are the same if they are the same as E.164;
 * where one can't be told so, if their last {@value #TAIL} digits are. A short one is an extension: the last part of a
 * longer number. Immutable.
 */
public final class SoughtNumber {
    /** How many digits tell a number from others where its country is not known. */
    public static final int TAIL = 9;

    /** The number is theirs. */
    public static final int SAME = 3;

    /** The number is their extension. */
    public static final int EXTENSION = 2;

    /** Their number ends so. */
    public static final int ENDS_SO = 1;

    private static final int SHORT = 6;
    private static final int SHORTEST_END = 3;
    private static final int SHORTEST_TAIL = 7;
    private static final int LONGEST = 60;
    private static final Pattern SCHEME = Pattern.compile("^(?i:tel|sips?|callto):(//)?");
    private static final Pattern BEHIND = Pattern.compile("[@;].*$");

    private final Numbers numbers;
    private final String dialled;
    private final Optional<String> e164;

    private SoughtNumber(String written, Numbers numbers) {
        this.numbers = numbers;
        this.dialled = dialled(written);
        this.e164 = numbers.e164(dialled);
    }

    /** Empty if there is no digit in it, or more than any number has. */
    public static Optional<SoughtNumber> of(String written, Numbers numbers) {
        boolean wordy = written.length() > LONGEST || bare(written).codePoints().anyMatch(Character::isLetter);
        return Optional.of(written)
                .filter(text -> !wordy)
                .map(text -> new SoughtNumber(text, numbers))
                .filter(number -> !number.digits().isEmpty() && number.digits().length() <= TAIL * 2);
    }

    private static String bare(String written) {
        return BEHIND.matcher(SCHEME.matcher(written.strip()).replaceFirst("")).replaceFirst("");
    }

    /** Its digits, with a plus where it begins with its country. */
    static String dialled(String written) {
        String text = bare(written);
        StringBuilder digits = new StringBuilder();
        text.codePoints()
                .map(c -> Character.digit(c, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        if (text.startsWith("+") || digits.indexOf("00") == 0) {
            // +49 (0)711: what is dialled at home only
            String abroad = dropTrunk(text);
            return "+" + abroad.replaceFirst("^00", "");
        }
        return digits.toString();
    }

    private static String dropTrunk(String text) {
        StringBuilder digits = new StringBuilder();
        text.replaceFirst("\\(0\\)", "")
                .codePoints()
                .map(c -> Character.digit(c, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        return digits.toString();
    }

    private String digits() {
        return digits(dialled);
    }

    private static String digits(String dialled) {
        return dialled.replace("+", "");
    }

    /** E.164 with its plus, where that can be told. */
    public Optional<String> e164() {
        return e164;
    }

    /** Whether it is the end of other numbers rather than a whole one. */
    public boolean isExtension() {
        return !dialled.startsWith("+") && dialled.length() <= SHORT;
    }

    /** Ways to write it without anything between the digits, the likeliest first. */
    public Set<String> spellings() {
        Set<String> all = new LinkedHashSet<>();
        e164.ifPresent(all::add);
        all.add(dialled);
        numbers.national(dialled).ifPresent(all::add);
        e164.ifPresent(one -> all.add("00" + digits(one)));
        return all;
    }

    /** The digits with which every way to write it ends. */
    public String ending() {
        if (isExtension()) {
            return dialled;
        }
        String known = numbers.national(dialled).orElseGet(this::digits).replaceFirst("^0+", "");
        boolean clear = e164.isPresent();
        return clear || known.length() <= TAIL ? known : known.substring(known.length() - TAIL);
    }

    /** How well somebody's number, as it is written, fits: {@link #SAME}, {@link #EXTENSION}, {@link #ENDS_SO}, or 0. */
    public int fit(String written) {
        String other = dialled(written);
        if (isExtension()) {
            return fitExtension(written, digits(other));
        }
        Optional<String> clear = numbers.e164(other);
        boolean bothClear = e164.isPresent() && clear.isPresent();
        boolean same = bothClear ? e164.equals(clear) : tailsFit(significant(dialled), significant(other));
        return same ? SAME : 0;
    }

    private int fitExtension(String written, String other) {
        if (other.equals(dialled)) {
            return SAME;
        }
        if (Pattern.compile("\\D" + dialled + "\\D*$").matcher(written.strip()).find()) {
            return EXTENSION;
        }
        return dialled.length() >= SHORTEST_END && other.endsWith(dialled) ? ENDS_SO : 0;
    }

    /** What is dialled from home begins with a 0 that others leave out. */
    private static String significant(String dialled) {
        return digits(dialled).replaceFirst("^0+", "");
    }

    private static boolean tailsFit(String one, String other) {
        int shorter = Math.min(TAIL, Math.min(one.length(), other.length()));
        return shorter >= SHORTEST_TAIL
                && one.substring(one.length() - shorter).equals(other.substring(other.length() - shorter));
    }
}
