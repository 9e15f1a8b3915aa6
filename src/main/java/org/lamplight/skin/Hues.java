package org.lamplight.skin;

import java.util.Locale;
import org.lamplight.presence.Status;

/** The four presence hues of a theme, as {@code 0xRRGGBB}. Files of skins carry those of {@link #LIGHT}. */
public record Hues(int welcome, int maybe, int notNow, int nobody) {

    /** The hues that icon files are drawn in. */
    public static final Hues LIGHT = new Hues(0x0B8A60, 0xB87000, 0xC62A3D, 0x6B7686);

    /** The colour of this hue. */
    public int of(Status.Hue hue) {
        return switch (hue) {
            case WELCOME -> welcome;
            case MAYBE -> maybe;
            case NOT_NOW -> notNow;
            case NOBODY -> nobody;
        };
    }

    /** The text of an SVG with the light hues turned into these; every other colour passes unchanged. */
    String applyTo(String svg) {
        if (equals(LIGHT)) {
            return svg;
        }
        String turned = svg;
        for (Status.Hue hue : Status.Hue.values()) {
            turned = turned.replaceAll("(?i)" + hex(LIGHT.of(hue)) + "\\b", hex(of(hue)));
        }
        return turned;
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06X", rgb & 0xFFFFFF);
    }
}
