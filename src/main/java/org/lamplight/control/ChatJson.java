package org.lamplight.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;
import org.lamplight.chat.Talk;

/** Messages and talks as the control interface prints them. */
final class ChatJson {
    private ChatJson() {}

    /** A corrected message goes by the id of its last correction, and tells whose place that took. */
    static JsonObject message(Message message) {
        JsonObject json = new JsonObject();
        Details details = message.details();
        json.addProperty("id", details.correction() == null ? message.id() : details.correction());
        Json.addTime(json, "at", message.at());
        json.addProperty("direction", message.direction().word());
        json.addProperty("from", message.from());
        json.addProperty("peer", message.peer());
        json.addProperty("text", message.text());
        json.addProperty("state", message.state().word());
        Json.addText(json, "reason", message.reason());
        Json.addText(json, "replaces", details.correction() == null ? null : message.id());
        addDetails(json, details);
        return json;
    }

    private static void addDetails(JsonObject json, Details details) {
        if (details.reply() != null) {
            json.addProperty("replyTo", details.reply().id());
        }
        if (details.retracted()) {
            json.addProperty("retracted", true);
        }
        if (!details.reactions().isEmpty()) {
            JsonArray reactions = new JsonArray();
            details.reactions().forEach(each -> reactions.add(reaction(each)));
            json.add("reactions", reactions);
        }
        if (details.file() != null) {
            json.add("file", file(details.file()));
        }
    }

    private static JsonObject reaction(Details.Reaction reaction) {
        JsonObject json = new JsonObject();
        json.addProperty("from", reaction.from());
        json.add("emoji", Json.texts(reaction.emoji()));
        return json;
    }

    private static JsonObject file(Details.SharedFile file) {
        JsonObject json = new JsonObject();
        json.addProperty("name", file.name());
        if (file.size() >= 0) {
            json.addProperty("size", file.size());
        }
        Json.addText(json, "path", file.path());
        return json;
    }

    static JsonObject talk(Talk talk, @Nullable String name) {
        JsonObject json = new JsonObject();
        json.addProperty("address", talk.peer());
        Json.addText(json, "name", name);
        json.addProperty("unread", talk.unread());
        if (talk.room()) {
            json.addProperty("room", true);
        }
        if (talk.last() != null) {
            Json.addTime(json, "at", talk.last().at());
            json.addProperty("text", talk.last().text());
            json.addProperty("direction", talk.last().direction().word());
        }
        return json;
    }
}
