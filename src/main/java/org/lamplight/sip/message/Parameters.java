package org.lamplight.sip.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stands behind the value of a header, as {@code ;name=value}; quotes are understood. Pure. */
public final class Parameters {
    private Parameters() {}

    /**
     * All in this text, which begins with the first semicolon: names in lower case, of several with one name the first, values
     * without quotes.
     */
    public static Map<String, String> of(String tail) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String part : parts(tail, ';')) {
            int equals = part.indexOf('=');
            String key = (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            if (!key.isEmpty()) {
                found.putIfAbsent(
                        key,
                        equals < 0 ? "" : unquote(part.substring(equals + 1).strip()));
            }
        }
        return found;
    }

    static String unquote(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }

    static List<String> parts(String text, char at) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
                continue;
            }
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == at && !quoted && depth <= 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
