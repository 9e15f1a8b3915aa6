package org.lamplight.presence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamplight.core.Texts;

/** Reads a condition; {@code and}, {@code or}, {@code not} and commas may stand for the signs. */
final class ConditionText {
    private static final Texts TEXTS = Texts.of(ConditionText.class);
    private static final Pattern TOKEN = Pattern.compile("\\s*([&|!(),]|[a-z][a-z0-9=-]*)\\s*");
    private static final int DEEPEST = 50;

    private final Deque<String> tokens = new ArrayDeque<>();
    private int depth;

    ConditionText(String text) {
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!token.region(at, text.length()).lookingAt()) {
                throw new IllegalArgumentException(TEXTS.get("word.unknown", text.substring(at)));
            }
            tokens.add(sign(token.group(1)));
            at = token.end();
        }
    }

    /** Throws {@link IllegalArgumentException} with a sentence for the user. */
    Condition read() {
        Condition whole = either();
        if (!tokens.isEmpty()) {
            throw new IllegalArgumentException(TEXTS.get("word.unexpected", String.valueOf(tokens.peek())));
        }
        return whole;
    }

    private static String sign(String word) {
        return switch (word) {
            case "and", "," -> "&";
            case "or" -> "|";
            case "not" -> "!";
            default -> word;
        };
    }

    private Condition either() {
        Condition left = both();
        while (take("|")) {
            left = new Condition.Or(left, both());
        }
        return left;
    }

    private Condition both() {
        Condition left = single();
        while (take("&")) {
            left = new Condition.And(left, single());
        }
        return left;
    }

    private Condition single() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException(TEXTS.get("condition.deep"));
        }
        try {
            if (take("!")) {
                return new Condition.Not(single());
            }
            return take("(") ? inner() : named();
        } finally {
            depth--;
        }
    }

    private Condition inner() {
        Condition inside = either();
        if (!take(")")) {
            throw new IllegalArgumentException(TEXTS.get("parenthesis.missing"));
        }
        return inside;
    }

    private Condition named() {
        String fact = tokens.poll();
        if (fact == null || !Character.isLetter(fact.charAt(0))) {
            throw new IllegalArgumentException(
                    fact == null ? TEXTS.get("fact.missing.end") : TEXTS.get("fact.missing", fact));
        }
        if (!Facts.isKnown(fact)) {
            throw new IllegalArgumentException(TEXTS.get("fact.unknown", fact));
        }
        return new Condition.Named(fact);
    }

    private boolean take(String token) {
        return token.equals(tokens.peek()) && tokens.poll() != null;
    }
}
