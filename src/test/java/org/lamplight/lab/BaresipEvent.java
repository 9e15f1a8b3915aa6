package org.lamplight.lab;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Something that happened to a {@link Baresip}.
 *
 * @param type by baresip's names, such as {@code REGISTER_OK}, {@code CALL_CLOSED}
 * @param parameter the reason of an end, a key, …; may be empty
 * @param peer the address of the other side; empty where there is none
 * @param call the identity of the call; empty where there is none
 */
public record BaresipEvent(String type, String parameter, String peer, String call) {
    static BaresipEvent of(JsonObject json) {
        return new BaresipEvent(text(json, "type"), text(json, "param"), text(json, "peeruri"), text(json, "id"));
    }

    private static String text(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }
}
