package org.lamplight.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One object as one line for people: values side by side, without the names that only programs need. Pure. */
final class Plainly {
    private Plainly() {}

    static String line(JsonObject object) {
        return object.entrySet().stream()
                .filter(field -> !field.getKey().equals("reasons"))
                .map(field -> text(field.getKey(), field.getValue()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  "));
    }

    private static String text(String name, JsonElement value) {
        if (value.isJsonPrimitive()) {
            boolean speaksForItself = value.getAsJsonPrimitive().isString();
            return speaksForItself ? value.getAsString() : name + "=" + value.getAsString();
        }
        if (value.isJsonArray()) {
            return StreamSupport.stream(value.getAsJsonArray().spliterator(), false)
                    .map(element -> text("", element))
                    .collect(Collectors.joining(", "));
        }
        return value.isJsonObject() ? line(value.getAsJsonObject()) : "";
    }
}
