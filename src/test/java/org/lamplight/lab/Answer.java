package org.lamplight.lab;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/** What a command of the control interface printed, and how it ended. */
public record Answer(int exit, String error, List<JsonObject> lines) {

    /** The lines; throws unless the command was carried out. */
    public List<JsonObject> must(String command) {
        if (exit != 0) {
            throw new AssertionError(command + ": exit " + exit + ", " + error);
        }
        return lines;
    }

    /** One field of every line. */
    public static List<String> each(List<JsonObject> lines, String field) {
        return lines.stream()
                .map(line -> line.has(field) ? line.get(field).getAsString() : "")
                .collect(Collectors.toList());
    }
}
