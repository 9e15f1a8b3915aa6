package org.lamplight.call;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keys pressed together, written {@code ctrl alt shift A}. Only such as nobody needs to write with: a letter needs Ctrl, Alt
 * or Meta.
 *
 * @param key as {@code KeyEvent} names it, without {@code VK_}; or {@code MIC_MUTE} and {@code MEDIA_…}
 */
public record Shortcut(Set<Modifier> modifiers, String key) {
    private static final Pattern ALONE = Pattern.compile("PAUSE|SCROLL_LOCK|F1[3-9]|F2[0-4]|MIC_MUTE|MEDIA_\\w+");
    private static final Pattern FUNCTION = Pattern.compile("F([1-9]|1[0-2])");
    private static final String KEYS = "(?:[A-Z0-9]|F(?:[1-9]|1[0-9]|2[0-4])|NUMPAD[0-9]|ADD|SUBTRACT|MULTIPLY"
            + "|DIVIDE|HOME|END|PAGE_UP|PAGE_DOWN|INSERT|DELETE|UP|DOWN|LEFT|RIGHT|PAUSE|SCROLL_LOCK|SPACE"
            + "|MIC_MUTE|MEDIA_PLAY|MEDIA_STOP)";

    /** How it may be written in the settings; empty for no key. */
    public static final String WRITTEN = "(?:(?:ctrl|alt|shift|meta) ){0,4}" + KEYS + "|";

    /** Held down while the key is pressed. Meta is the Windows key, Command on a Mac. */
    public enum Modifier {
        CTRL,
        ALT,
        SHIFT,
        META;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Shortcut {
        modifiers = modifiers.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(modifiers));
    }

    /** Empty for what is no key, or one that is needed to write. */
    public static Optional<Shortcut> parse(String text) {
        EnumSet<Modifier> held = EnumSet.noneOf(Modifier.class);
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < words.length - 1; i++) {
            String word = words[i];
            Optional<Modifier> modifier = EnumSet.allOf(Modifier.class).stream()
                    .filter(one -> one.word().equals(word))
                    .findFirst();
            if (modifier.isEmpty()) {
                return Optional.empty();
            }
            held.add(modifier.get());
        }
        return Optional.of(new Shortcut(held, words[words.length - 1])).filter(Shortcut::isUsable);
    }

    /** Whether there is such a key, and nobody writes with it. */
    public boolean isUsable() {
        boolean withAny = !modifiers.isEmpty();
        boolean withMore = withAny && !modifiers.equals(Set.of(Modifier.SHIFT));
        return key.matches(KEYS)
                && (withMore
                        || ALONE.matcher(key).matches()
                        || (withAny && FUNCTION.matcher(key).matches()));
    }

    /** As {@link #parse} reads it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Modifier one : Modifier.values()) {
            if (modifiers.contains(one)) {
                text.append(one.word()).append(' ');
            }
        }
        return text.append(key).toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
