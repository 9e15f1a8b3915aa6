package org.lamplight.control;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.AccountState;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.people.Request;
import org.lamplight.presence.OwnStatus;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Reason;
import org.lamplight.presence.Status;

/** The objects of the control interface, field by field. What is not known is left out. Pure. */
final class Json {
    private static final TypeAdapter<JsonElement> ELEMENTS = new Gson().getAdapter(JsonElement.class);

    /** Which status's icon stands for a status; a skin may show one as another. */
    interface Icons {
        Status shownAs(Status status);
    }

    private Json() {}

    /** Reads one object, strictly (RFC 8259); empty if the text is none. */
    static Optional<JsonElement> parse(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = ELEMENTS.read(reader);
            return reader.peek() == JsonToken.END_DOCUMENT ? Optional.of(element) : Optional.empty();
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static JsonObject status(OwnStatus own, Icons icons) {
        JsonObject json = new JsonObject();
        json.addProperty("status", own.presence().status().key());
        json.addProperty("chosen", own.chosen().key());
        addPresence(json, own.presence(), icons);
        return json;
    }

    /** A presence by itself, as the fold prints a contact's. */
    static JsonObject presence(Presence presence, Icons icons) {
        JsonObject json = new JsonObject();
        json.addProperty("status", presence.status().key());
        addPresence(json, presence, icons);
        return json;
    }

    private static void addPresence(JsonObject json, Presence presence, Icons icons) {
        addText(json, "note", presence.note());
        addTime(json, "since", presence.since());
        addTime(json, "until", presence.until());
        json.addProperty("icon", icons.shownAs(presence.status()).key());
        JsonArray reasons = new JsonArray();
        presence.reasons().forEach(reason -> reasons.add(reason(reason)));
        json.add("reasons", reasons);
    }

    private static JsonObject reason(Reason reason) {
        JsonObject json = new JsonObject();
        json.addProperty("source", reason.observation().source().toString());
        json.addProperty("status", reason.observation().status().key());
        addTime(json, "since", reason.observation().since());
        addTime(json, "until", reason.observation().until());
        addText(json, "note", reason.observation().note());
        addText(json, "device", reason.observation().device());
        json.addProperty("wins", reason.wins());
        return json;
    }

    static JsonObject person(Person person, Icons icons, Predicate<Person> callable) {
        JsonObject json = new JsonObject();
        json.addProperty("id", person.id());
        json.addProperty("name", person.name());
        json.addProperty("status", person.presence().status().key());
        json.add("groups", texts(person.groups()));
        JsonArray addresses = new JsonArray();
        person.addresses().forEach(address -> addresses.add(address(address)));
        json.add("addresses", addresses);
        List<String> can = new ArrayList<>(person.can());
        if (callable.test(person)) {
            can.add(can.isEmpty() ? 0 : 1, "call");
        }
        json.add("can", texts(can));
        addPresence(json, person.presence(), icons);
        return json;
    }

    private static JsonObject address(Address address) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", address.kind().name().toLowerCase(Locale.ROOT));
        json.addProperty("value", address.value());
        addText(json, "label", address.label());
        return json;
    }

    static JsonObject request(Request request) {
        JsonObject json = new JsonObject();
        json.addProperty("address", request.address());
        addText(json, "name", request.name());
        json.addProperty("account", request.account());
        return json;
    }

    static JsonObject account(AccountState state) {
        JsonObject json = new JsonObject();
        json.addProperty("id", state.account().id());
        json.addProperty("kind", state.account().kind());
        json.addProperty("state", state.phase().word());
        addText(json, "reason", state.reason());
        addTime(json, "since", state.since());
        return json;
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static void addTime(JsonObject json, String field, @Nullable Instant instant) {
        if (instant != null) {
            json.addProperty(field, time(instant));
        }
    }

    static void addText(JsonObject json, String field, @Nullable String text) {
        if (text != null) {
            json.addProperty(field, text);
        }
    }

    static JsonArray texts(Collection<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
