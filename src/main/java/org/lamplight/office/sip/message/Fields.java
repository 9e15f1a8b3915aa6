package org.lamplight.office.sip.message;

import java.util.ArrayList;
import java.util.List;

/** Cuts header values where they may be cut: neither within quotes nor within angle brackets. */
public final class Fields {
    private Fields() {}

    /** The parts between separators, stripped; empty ones too. */
    public static List<String> split(String value, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int end = find(value, separator, 0);
        while (end >= 0) {
            parts.add(value.substring(start, end).strip());
            start = end + 1;
            end = find(value, separator, start);
        }
        parts.add(value.substring(start).strip());
        return parts;
    }

    /** Where the character stands first, from an index on; -1 if nowhere. */
    static int find(String value, char wanted, int from) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == wanted && !quoted && !bracketed) {
                return i;
            }
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '>')) {
                bracketed = c == '<';
            }
        }
        return -1;
    }

    /** Without its quotes, if it has any. */
    public static String unquote(String value) {
        if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
            return value;
        }
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    /** Within quotes. */
    public static String quote(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A decimal number; -1 if it is none, or greater than the limit. */
    public static long number(String text, long limit) {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        long value = Long.parseLong(text);
        return value <= limit ? value : -1;
    }
}
