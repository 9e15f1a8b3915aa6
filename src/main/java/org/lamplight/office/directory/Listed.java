package org.lamplight.office.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody as the directory has them, by RFC 2798. Immutable.
 *
 * @param id the user's name
 * @param password with which they sign in there; empty: they can't
 * @param attributes all others, by name
 */
public record Listed(String id, String name, String password, Map<String, List<String>> attributes) {

    public static Listed of(String id, String name) {
        return new Listed(id, name, "", Map.of());
    }

    /** With these values of an attribute, in place of others. */
    public Listed with(String attribute, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(attributes);
        more.put(attribute, List.of(values));
        return new Listed(id, name, password, more);
    }

    public Listed withPassword(String secret) {
        return new Listed(id, name, secret, attributes);
    }

    String firstName() {
        return name.substring(0, (name + " ").indexOf(' '));
    }

    String lastName() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
