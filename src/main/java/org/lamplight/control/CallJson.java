package org.lamplight.control;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.lamplight.call.Ability;
import org.lamplight.call.Call;
import org.lamplight.call.Cause;
import org.lamplight.call.LineStatus;
import org.lamplight.call.MediaReport;
import org.lamplight.call.dial.DialPlan;

/** Calls and lines as objects of the control interface. What is not known is left out. Pure. */
final class CallJson {
    private CallJson() {}

    static JsonObject line(LineStatus line) {
        JsonObject json = new JsonObject();
        json.addProperty("id", line.id());
        json.addProperty("kind", line.kind().word());
        json.addProperty("state", line.state().word());
        json.addProperty("address", line.address());
        Json.addText(json, "reason", line.reason());
        json.addProperty("default", line.preferred());
        json.add(
                "can",
                Json.texts(line.abilities().stream().sorted().map(Ability::word).toList()));
        return json;
    }

    /** What is dialled for what was typed; {@code rule} is a line of the dial plan. */
    static JsonObject reading(String typed, DialPlan.Reading reading) {
        JsonObject json = new JsonObject();
        json.addProperty("typed", typed);
        json.addProperty("target", reading.dialled().target());
        if (!reading.dialled().extension().isEmpty()) {
            json.addProperty("extension", reading.dialled().extension());
        }
        if (reading.line() > 0) {
            json.addProperty("rule", reading.line());
        }
        return json;
    }

    static JsonObject call(Call call) {
        JsonObject json = new JsonObject();
        json.addProperty("id", call.id());
        json.addProperty("line", call.line());
        json.addProperty("direction", call.direction().word());
        json.addProperty("state", call.state().word());
        json.add("remote", remote(call));
        json.addProperty("since", Json.time(call.since()));
        if (call.answeredAt() != null) {
            json.addProperty("answeredAt", Json.time(call.answeredAt()));
        }
        json.addProperty("muted", call.muted());
        json.addProperty("recording", call.recording());
        Json.addText(json, "conference", call.conference());
        if (call.cause() != null) {
            json.add("cause", cause(call.cause()));
        }
        if (call.media() != null) {
            json.add("media", media(call.media()));
        }
        return json;
    }

    /** With what only a call that is over has. */
    static JsonObject logged(Call call) {
        JsonObject json = call(call);
        json.addProperty("missed", call.isMissed());
        if (call.answeredAt() != null && call.endedAt() != null) {
            json.addProperty(
                    "durationMs",
                    Duration.between(call.answeredAt(), call.endedAt()).toMillis());
        }
        return json;
    }

    private static JsonObject remote(Call call) {
        JsonObject json = new JsonObject();
        json.addProperty("uri", call.remote().uri());
        Json.addText(json, "name", call.remote().name());
        Json.addText(json, "person", call.person());
        return json;
    }

    private static JsonObject cause(Cause cause) {
        JsonObject json = new JsonObject();
        json.addProperty("code", cause.code());
        json.addProperty("text", cause.text());
        return json;
    }

    private static JsonObject media(MediaReport media) {
        JsonObject json = new JsonObject();
        if (!media.audio().isEmpty()) {
            json.addProperty("audio", media.audio());
        }
        json.addProperty("secure", media.secure().word());
        json.addProperty("lossPercent", rounded(media.lossPercent()));
        json.addProperty("jitterMs", Math.round(media.jitterMillis()));
        if (media.roundTripMillis() >= 0) {
            json.addProperty("roundTripMs", Math.round(media.roundTripMillis()));
        }
        json.addProperty("mos", rounded(media.opinion()));
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
