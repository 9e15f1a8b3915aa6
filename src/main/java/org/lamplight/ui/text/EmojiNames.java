package org.lamplight.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What emoji are called and found by, in the order of their groups: faces first (Unicode CLDR). Immutable; any thread. */
public final class EmojiNames {
    private record Called(String name, String words) {}

    private final Map<String, Called> all = new LinkedHashMap<>();

    private EmojiNames(String lines) {
        lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split("\t", -1);
            String words = " " + parts[1] + " " + parts[2];
            all.put(parts[0], new Called(parts[1], words.toLowerCase(Locale.ROOT)));
        });
    }

    /** In this language if it is there, else in English. Blocking. */
    public static EmojiNames load(Locale locale) {
        try (InputStream own = open(locale.getLanguage());
                InputStream in = own == null ? Objects.requireNonNull(open("en")) : own) {
            return new EmojiNames(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream open(String language) {
        return EmojiNames.class.getResourceAsStream("emoji_" + language + ".txt");
    }

    /** All of them, as they are written. */
    public List<String> all() {
        return List.copyOf(all.keySet());
    }

    /** Such as "grinning face"; empty for one that is unknown. */
    public String name(String emoji) {
        Called called = all.get(emoji);
        return called == null ? "" : called.name();
    }

    /** Those that all these words lead to, each as the beginning of one of theirs; those whose name begins so go first. */
    public List<String> find(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        List<String> parts = List.of(wanted.split("\\s+"));
        return all.entrySet().stream()
                .filter(one ->
                        parts.stream().allMatch(part -> one.getValue().words().contains(" " + part)))
                .sorted(Comparator.comparing(one -> !one.getValue().words().startsWith(" " + wanted)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
