package org.lamplight.sip.event;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parameters behind a value, as {@code ;name=value}. Pure. */
final class Parameters {
    private Parameters() {}

    /** Of all parts but the first; names and values in lower case. */
    static Map<String, String> of(String... parts) {
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            String value = pair.length < 2 ? "" : pair[1].strip().replace("\"", "");
            found.putIfAbsent(pair[0].strip().toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
        }
        return found;
    }

    static Optional<Long> number(Map<String, String> all, String name) {
        return Optional.ofNullable(all.get(name))
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::valueOf);
    }
}
