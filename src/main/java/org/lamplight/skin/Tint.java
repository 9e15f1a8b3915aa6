package org.lamplight.skin;

import java.util.Locale;
import java.util.Optional;
import org.lamplight.presence.Status;

/** Which hue of which theme a skin colours in its own way; the line {@code tint.welcome} or {@code tint.dark.welcome}. */
record Tint(Status.Hue hue, boolean dark) {
    static final String PREFIX = "tint.";

    /** In place of a colour: the theme's own, whatever an extended skin says. */
    static final int THEME = -1;

    static final String THEME_WORD = "theme";

    private static final String DARK = "dark.";

    String key() {
        return PREFIX + (dark ? DARK : "") + word(hue);
    }

    static Optional<Tint> ofKey(String key) {
        for (Status.Hue hue : Status.Hue.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                Tint tint = new Tint(hue, dark);
                if (tint.key().equals(key)) {
                    return Optional.of(tint);
                }
            }
        }
        return Optional.empty();
    }

    /** The colour as lines say it: {@code #0B8A60}, or the word for the theme's own. */
    static String text(int rgb) {
        return rgb == THEME ? THEME_WORD : String.format(Locale.ROOT, "#%06X", rgb & 0xFFFFFF);
    }

    /** Reads what {@link #text} wrote. */
    static Optional<Integer> colour(String text) {
        if (text.equals(THEME_WORD)) {
            return Optional.of(THEME);
        }
        return text.matches("#[0-9A-Fa-f]{6}")
                ? Optional.of(Integer.parseInt(text.substring(1), 16))
                : Optional.empty();
    }

    private static String word(Status.Hue hue) {
        return hue.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
