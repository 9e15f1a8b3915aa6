package org.lamplight.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a properties file that people edit: comments, blank lines, order, unknown keys and lines that make no sense
 * all stay as they are; only the line of a key that is set changes. One key a line, UTF-8, {@code key = value}; backslashes
 * mean themselves. Immutable.
 */
public final class KeptText {
    private final List<String> lines;

    private KeptText(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    public static KeptText of(String text) {
        List<String> lines =
                new ArrayList<>(text.replaceFirst("^\uFEFF", "").lines().toList());
        return new KeptText(lines);
    }

    /** All keys; of one that stands twice, the last counts. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            if (isKey(line)) {
                values.put(key(line), line.substring(line.indexOf('=') + 1).strip());
            }
        }
        return values;
    }

    /** Numbers of the lines that are neither a key, nor a comment, nor blank; counted from 1. */
    public List<Integer> senseless() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !isComment(line) && !isKey(line)) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }

    /** The same text with this key set: in its line (or in the commented line that names it), else at the end. */
    public KeptText with(String key, String value) {
        String set = key + " = " + value.replaceAll("\\R", " ");
        List<String> changed = new ArrayList<>(lines);
        int at = lastLineOf(key, false);
        if (at < 0) {
            at = lastLineOf(key, true);
        }
        if (at < 0) {
            changed.add(set);
        } else {
            changed.set(at, set);
        }
        return new KeptText(changed);
    }

    public String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private int lastLineOf(String key, boolean commented) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i).strip();
            String bare = commented ? line.replaceFirst("^#\\s?", "") : line;
            if (isKey(bare) && key(bare).equals(key) && isComment(line) == commented) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isKey(String line) {
        return !isComment(line.strip()) && line.indexOf('=') > 0 && key(line).matches("[^ ]+");
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith("!");
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf('=')).strip();
    }
}
