package org.lamplight.profile;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lamplight.core.Texts;

/**
 * A setting that the program knows.
 *
 * @param usual the value where the user set none
 * @param allowed what a value must look like, whole
 * @param explained one line for the file
 */
public record Setting(String key, String usual, Pattern allowed, String explained) {
    private static final Texts TEXTS = Texts.of(Setting.class);

    public static Setting of(String key, String usual, String allowed, String explained) {
        return new Setting(key, usual, Pattern.compile(allowed), explained);
    }

    /** Why this value can't be, as a sentence; empty if it can. */
    Optional<String> refusal(String value) {
        if (allowed.matcher(value).matches()) {
            return Optional.empty();
        }
        return Optional.of(TEXTS.get("setting.wrong", key, value, explained));
    }

    /** The text of a first settings file: every key with its explanation, set to nothing yet. */
    static String firstText(Map<String, Setting> known) {
        StringBuilder text = new StringBuilder("# " + TEXTS.get("settings.head") + "\n");
        known.values()
                .forEach(setting -> text.append("\n# ")
                        .append(setting.explained())
                        .append("\n# ")
                        .append(setting.key())
                        .append(" = ")
                        .append(setting.usual())
                        .append('\n'));
        return text.toString();
    }
}
