package org.lamplight.office.sip.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters after semicolons, in their order; names in lower case, no value is the empty one. Immutable. */
public record Params(Map<String, String> values) {
    static final Params NONE = new Params(Map.of());

    /** From parts such as {@code tag=1}. */
    static Params of(List<String> parts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1).strip();
            if (!name.isBlank()) {
                values.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), value);
            }
        }
        return new Params(values);
    }

    /** As they stand, without quotes taken off. */
    public @Nullable String get(String name) {
        return values.get(name);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The same with one more, or with another value for it. */
    public Params with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Params(more);
    }

    /** As in a header, from the first semicolon on. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(';').append(name).append(value.isEmpty() ? "" : "=").append(value));
        return text.toString();
    }
}
