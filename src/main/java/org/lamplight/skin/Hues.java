package org.lamplight.skin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lamplight.presence.Status;

/**
 * The four presence hues of a theme, as {@code 0xRRGGBB}. Files of skins carry those of {@link #LIGHT}.
 *
 * @param dark whether they are made for a dark ground
 */
public record Hues(int welcome, int maybe, int notNow, int nobody, boolean dark) {

    /** The hues that icon files are drawn in, and those of the light theme. */
    public static final Hues LIGHT = new Hues(0x0B8A60, 0xB87000, 0xC62A3D, 0x6B7686, false);

    /** The hues of the dark theme. */
    public static final Hues DARK = new Hues(0x3CC998, 0xFFC54A, 0xF4616A, 0x949FB2, true);

    private static final Map<String, Status.Hue> IN_FILES = Arrays.stream(Status.Hue.values())
            .collect(Collectors.toMap(hue -> hex(LIGHT.of(hue)), Function.identity()));

    private static final Pattern ANY_IN_FILES =
            Pattern.compile("(?:" + String.join("|", IN_FILES.keySet()) + ")\\b", Pattern.CASE_INSENSITIVE);

    /** The colour of this hue. */
    public int of(Status.Hue hue) {
        return switch (hue) {
            case WELCOME -> welcome;
            case MAYBE -> maybe;
            case NOT_NOW -> notNow;
            case NOBODY -> nobody;
        };
    }

    /** These hues, one of them in another colour. */
    public Hues with(Status.Hue hue, int rgb) {
        return new Hues(
                hue == Status.Hue.WELCOME ? rgb : welcome,
                hue == Status.Hue.MAYBE ? rgb : maybe,
                hue == Status.Hue.NOT_NOW ? rgb : notNow,
                hue == Status.Hue.NOBODY ? rgb : nobody,
                dark);
    }

    /** The text of an SVG with the light hues turned into these; every other colour passes unchanged. */
    String applyTo(String svg) {
        return ANY_IN_FILES.matcher(svg).replaceAll(this::turned);
    }

    private String turned(java.util.regex.MatchResult found) {
        Status.Hue hue = IN_FILES.get(found.group().toUpperCase(Locale.ROOT));
        return Matcher.quoteReplacement(hue == null ? found.group() : hex(of(hue)));
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06X", rgb & 0xFFFFFF);
    }
}
