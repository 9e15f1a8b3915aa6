package org.lamplight.backend;

import java.util.Map;
import java.util.Optional;

/**
 * An account as its file describes it. Immutable; no password in it.
 *
 * @param id the file's base name
 * @param keys all keys of the file
 */
public record Account(String id, String kind, boolean enabled, Map<String, String> keys) {

    /** The value of a key, or empty if it is absent or blank. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(keys.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String name() {
        return get("name").or(() -> get("address")).orElse(id);
    }

    public Account enabled(boolean on) {
        return new Account(id, kind, on, keys);
    }
}
