package org.lamplight.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;
import org.lamplight.gateway.Command;
import org.lamplight.gateway.CommandStep;
import org.lamplight.gateway.Gateway;
import org.lamplight.gateway.Registration;

/** Gateways and their forms as objects of the control interface. What is not known is left out. Pure. */
final class GatewayJson {
    private GatewayJson() {}

    static JsonObject gateway(Gateway gateway) {
        JsonObject json = new JsonObject();
        json.addProperty("address", gateway.address());
        json.addProperty("name", gateway.name());
        json.addProperty("network", gateway.network().key());
        json.addProperty("state", word(gateway.state()));
        Json.addText(json, "note", gateway.note());
        json.add(
                "can",
                Json.texts(gateway.offers().stream()
                        .sorted()
                        .map(GatewayJson::word)
                        .toList()));
        json.addProperty("account", gateway.account());
        return json;
    }

    static JsonObject command(Command command) {
        JsonObject json = new JsonObject();
        json.addProperty("node", command.node());
        json.addProperty("name", command.name());
        json.addProperty("address", command.address());
        return json;
    }

    static JsonObject registration(Registration asked) {
        JsonObject json = new JsonObject();
        json.addProperty("registered", asked.done());
        Json.addText(json, "page", asked.page().isEmpty() ? null : asked.page());
        addForm(json, asked.form());
        return json;
    }

    static JsonObject step(CommandStep step) {
        JsonObject json = new JsonObject();
        json.addProperty("status", word(step.status()));
        JsonArray notes = new JsonArray();
        for (CommandStep.Note note : step.notes()) {
            JsonObject one = new JsonObject();
            one.addProperty("weight", word(note.weight()));
            one.addProperty("text", note.text());
            notes.add(one);
        }
        json.add("notes", notes);
        addForm(json, step.form());
        return json;
    }

    private static void addForm(JsonObject json, Form form) {
        Json.addText(json, "title", form.title().isEmpty() ? null : form.title());
        json.add("instructions", Json.texts(form.instructions()));
        JsonArray fields = new JsonArray();
        form.fields().stream()
                .filter(field -> field.kind() != FormField.Kind.HIDDEN)
                .forEach(field -> fields.add(field(field)));
        json.add("fields", fields);
        if (!form.rows().isEmpty()) {
            JsonArray rows = new JsonArray();
            form.rows().forEach(row -> rows.add(Json.texts(row)));
            json.add("rows", rows);
        }
    }

    private static JsonObject field(FormField field) {
        JsonObject json = new JsonObject();
        Json.addText(json, "field", field.isAsked() ? field.name() : null);
        json.addProperty("label", field.label());
        json.addProperty("kind", word(field.kind()));
        json.addProperty("required", field.required());
        boolean secret = field.kind() == FormField.Kind.PRIVATE;
        json.add("values", Json.texts(secret ? List.of() : field.values()));
        if (!field.options().isEmpty()) {
            json.add(
                    "options",
                    Json.texts(field.options().stream()
                            .map(FormField.Option::value)
                            .toList()));
        }
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
