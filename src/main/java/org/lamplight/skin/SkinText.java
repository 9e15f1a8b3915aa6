package org.lamplight.skin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a {@code skin.properties}, read as {@link java.util.Properties} reads it: what each line says and where it stands, and the same text with some lines
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

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|.|$)", Pattern.DOTALL);

    private final List<Logical> lines;
    private final List<Said> said;
    private final Map<String, Said> last = new HashMap<>();

    private SkinText(List<Logical> lines) {
        this.lines = List.copyOf(lines);
        this.said = lines.stream().map(Logical::said).flatMap(Optional::stream).toList();
        said.forEach(line -> last.put(line.key(), line));
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
        String joined = raw.replaceAll("\n[ \t\f]*", "\n").stripLeading();
        if (joined.isEmpty() || joined.startsWith("#") || joined.startsWith("!")) {
            return new Logical(line, raw, Optional.empty());
        }
        int end = 0;
        while (end < joined.length() && " \t\f=:".indexOf(joined.charAt(end)) < 0) {
            end += joined.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, joined.length());
        String value = joined.substring(end).stripLeading();
        value = value.startsWith("=") || value.startsWith(":") ? value.substring(1) : value;
        Optional<String> key = unescaped(joined.substring(0, end));
        Optional<String> meant = unescaped(value.stripLeading());
        boolean readable = key.isPresent() && meant.isPresent();
        return new Logical(
                line,
                raw,
                Optional.of(readable ? new Said(line, key.get(), meant.get().strip()) : new Said(line, "", raw)));
    }

    /** Empty if it is no text that java.util.Properties would read. */
    private static Optional<String> unescaped(String text) {
        Matcher escapes = ESCAPE.matcher(text);
        StringBuilder plain = new StringBuilder(text.length());
        while (escapes.find()) {
            String code = escapes.group(1);
            if (code == null && escapes.group().equals("\\u")) {
                return Optional.empty();
            }
            String meant = code == null
                    ? meant(escapes.group().substring(1))
                    : Character.toString((char) Integer.parseInt(code, 16));
            escapes.appendReplacement(plain, Matcher.quoteReplacement(meant));
        }
        return Optional.of(escapes.appendTail(plain).toString());
    }

    private static String meant(String escaped) {
        return switch (escaped) {
            case "t" -> "\t";
            case "n" -> "\n";
            case "r" -> "\r";
            case "f" -> "\f";
            case "\n" -> "";
            default -> escaped;
        };
    }

    /** All lines that say something, in their order. */
    List<Said> said() {
        return said;
    }

    /** What is said last for this key. */
    Optional<Said> said(String key) {
        return Optional.ofNullable(last.get(key));
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
