package org.lamplight.call.dial;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed, or a link says, taken apart: numbers with whatever people put between their digits, letters on keys,
 * extensions, {@code tel:} (RFC 3966), {@code callto:}. What is no number stays as it is. Immutable.
 *
 * @param target a number of digits alone, or an address
 * @param extension what is pressed once somebody has answered; empty: nothing
 */
public record Dialled(String target, String extension) {
    private static final Pattern BETWEEN = Pattern.compile("[\\s().\\-/\\u00a0\\u2000-\\u2015\\u202f]");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#][0-9*#A-Da-d]*");
    private static final Pattern EXTENSION = Pattern.compile(
            "(?i)(.*\\d.*?)\\s*(?:;ext=|,|\\b(?:ext|extn|extension|x|durchwahl|dw)\\b[.:=]?\\s*|x(?=\\d))"
                    + "\\s*(\\d{1,10})\\s*");
    /** Letters that stand for digits follow a digit and something between, as in 0800 FLOWERS. */
    private static final Pattern LETTERS = Pattern.compile("\\+?\\d[\\d\\s().\\-/]*[\\s\\-][A-Za-z][A-Za-z\\d\\s\\-]*");

    private static final int LEAST_WITH_LETTERS = 7;
    private static final String KEYS = "22233344455566677778889999";

    /** Whatever it is: nothing is refused here. */
    public static Dialled of(String typed) {
        String text = typed.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("tel:")) {
            return link(text.substring(4));
        }
        if (lower.startsWith("callto:")) {
            return plain(
                    Reached.decoded(text.substring(7).replaceFirst("^//", "").replaceFirst("[?].*", "")));
        }
        return lower.matches("(sips?|xmpp|im):.*") ? new Dialled(text, "") : plain(text);
    }

    /** A local number is one of its context (RFC 3966, section 5.1.5): of a number that it goes on with, or of a domain. */
    private static Dialled link(String rest) {
        String[] parts = rest.split(";", -1);
        Dialled number = plain(Reached.decoded(parts[0].replaceFirst("^//", "").replaceFirst("[?].*", "")));
        String extension = parameter(parts, "ext")
                .map(Dialled::bare)
                .filter(digits -> digits.matches("\\d{1,10}"))
                .orElse(number.extension());
        String context = parameter(parts, "phone-context").map(Reached::decoded).orElse("");
        boolean global = number.target().startsWith("+") || context.isEmpty();
        if (global || !NUMBER.matcher(number.target()).matches()) {
            return new Dialled(number.target(), extension);
        }
        String target = context.startsWith("+")
                ? bare(context) + number.target()
                : "sip:" + number.target() + '@' + context.replaceAll("[^\\p{L}\\p{N}.-]", "");
        return new Dialled(target, extension);
    }

    private static Optional<String> parameter(String[] parts, String name) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].toLowerCase(Locale.ROOT).startsWith(name + '=')) {
                return Optional.of(parts[i].substring(name.length() + 1).replaceFirst("[?].*", ""));
            }
        }
        return Optional.empty();
    }

    private static Dialled plain(String written) {
        String text = written.strip();
        if (text.indexOf('@') >= 0 || text.matches("\\d+(\\.\\d+){3}")) {
            return new Dialled(text, "");
        }
        Matcher parts = EXTENSION.matcher(text);
        if (parts.matches()) {
            String number = digits(parts.group(1));
            if (isNumber(number)) {
                return new Dialled(number, parts.group(2));
            }
        }
        String number = digits(text);
        return new Dialled(isNumber(number) ? number : text, "");
    }

    private static String digits(String text) {
        // (0) is for those who are in the country: 49 (0) 711
        String without = text.strip().matches("(?s)(\\+|00).*") ? text.replaceFirst("\\(0\\)", "") : text;
        boolean letters = LETTERS.matcher(without).matches()
                && without.chars().filter(Character::isLetterOrDigit).count() >= LEAST_WITH_LETTERS;
        return bare(letters ? pressed(without) : without);
    }

    static String bare(String text) {
        return BETWEEN.matcher(text).replaceAll("");
    }

    private static String pressed(String text) {
        StringBuilder digits = new StringBuilder();
        text.toUpperCase(Locale.ROOT)
                .chars()
                .forEach(one -> digits.append(one >= 'A' && one <= 'Z' ? KEYS.charAt(one - 'A') : (char) one));
        return digits.toString();
    }

    /** Whether this is dialled by digits. */
    public boolean isNumber() {
        return isNumber(target);
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
