package org.lamplight.skin;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The text of a {@code skin.properties}: what each line says and where it stands, and the same text with some lines
 * changed while every other one, comments too, stays as it was. Immutable.
 */
final class SkinText {

    /**
     * A line that says something, or that cannot be read.
     *
     * @param line its number, counted from 1
     * @param key empty if the line cannot be read
     */
    record Said(int line, String key, String value) {}

    /** A logical line: the lines that a backslash joins, as they were written. */
    private record Logical(int line, String raw, Optional<Said> said) {}

    private final List<Logical> lines;

    private SkinText(List<Logical> lines) {
        this.lines = List.copyOf(lines);
    }

    static SkinText of(String text) {
        List<Logical> lines = new ArrayList<>();
        String[] natural = text.split("\r\n|\r|\n", -1);
        int end = natural.length > 0 && natural[natural.length - 1].isEmpty() ? natural.length - 1 : natural.length;
        int i = 0;
        while (i < end) {
            int first = i;
            StringBuilder raw = new StringBuilder(natural[i]);
            while (goesOn(natural[i], first == i) && i + 1 < end) {
                i++;
                raw.append('\n').append(natural[i]);
            }
            lines.add(logical(first + 1, raw.toString()));
            i++;
        }
        return new SkinText(lines);
    }

    private static boolean goesOn(String line, boolean first) {
        String start = line.stripLeading();
        if (first && (start.startsWith("#") || start.startsWith("!"))) {
            return false;
        }
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static Logical logical(int line, String raw) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(raw));
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Logical(line, raw, Optional.of(new Said(line, "", raw)));
        }
        return new Logical(
                line,
                raw,
                one.stringPropertyNames().stream()
                        .findFirst()
                        .map(key -> new Said(line, key, one.getProperty(key).strip())));
    }

    /** All lines that say something, in their order. */
    List<Said> said() {
        return lines.stream().map(Logical::said).flatMap(Optional::stream).toList();
    }

    /** What is said last for this key. */
    Optional<Said> said(String key) {
        return said().stream().filter(said -> said.key().equals(key)).reduce((earlier, later) -> later);
    }

    /** The text with these values; an empty one removes the line. New lines come last, in the order of the map. */
    String with(Map<String, String> changes) {
        List<String> written = new ArrayList<>();
        List<String> left = new ArrayList<>(changes.keySet());
        for (Logical line : lines) {
            String key = line.said().map(Said::key).orElse("");
            if (!changes.containsKey(key)) {
                written.add(line.raw());
            } else if (left.remove(key)) {
                append(written, key, changes.getOrDefault(key, ""));
            }
        }
        left.forEach(key -> append(written, key, changes.getOrDefault(key, "")));
        return String.join("\n", written) + "\n";
    }

    private static void append(List<String> written, String key, String value) {
        if (!value.isEmpty()) {
            written.add(key + " = " + escaped(value));
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", " ").replace("\r", " ");
    }
}
