package org.lamplight.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.presence.Fold;
import org.lamplight.presence.Observation;
import org.lamplight.presence.OwnStatus;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.presence.Whose;
import org.lamplight.profile.TextFile;

/** {@code lamplight fold}: the fold as a filter, observations as lines of JSON in, one presence out. */
public final class FoldCommand {
    private static final Texts TEXTS = Texts.of(FoldCommand.class);

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final List<Observation> observations = new ArrayList<>();
    private Instant now = Instant.now();
    private Whose whose = Whose.OWN;

    public FoldCommand(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Runs it and returns the exit code. */
    public int run(List<String> args) {
        try {
            Rules rules = rules(args);
            read();
            Presence presence = Fold.fold(observations, whose, rules, now);
            out.println(whose == Whose.OWN ? Json.status(own(presence), status -> status) : contact(presence));
            return 0;
        } catch (Refusal refusal) {
            err.println(refusal.sentence());
            return refusal.exit();
        } catch (IOException e) {
            err.println(TEXTS.get("observations.unread"));
            return Refusal.REFUSED;
        }
    }

    private static JsonObject contact(Presence presence) {
        return Json.presence(presence, status -> status);
    }

    private static Rules rules(List<String> args) throws Refusal {
        Arguments words = new Arguments(args, java.util.Set.of("--rules"), java.util.Set.of(), "fold [--rules FILE]");
        words.end();
        Optional<String> file = words.option("--rules");
        if (file.isEmpty()) {
            return Rules.builtIn();
        }
        Optional<Rules> preset = Rules.preset(file.get());
        if (preset.isPresent()) {
            return preset.get();
        }
        try {
            return Rules.parse(TextFile.read(Path.of(file.get())));
        } catch (TextFile.NoText | Rules.Broken e) {
            throw new Refusal(TEXTS.get("rules.broken", file.get(), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new Refusal(TEXTS.get("file.unread", file.get()));
        }
    }

    private void read() throws IOException, Refusal {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                read(line, number);
            }
        }
    }

    private void read(String line, int number) throws Refusal {
        JsonObject object = Json.parse(line)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .orElseThrow(() -> new Refusal(TEXTS.get("line.object", String.valueOf(number))));
        String nowText = text(object, "now", number);
        String whoseText = text(object, "whose", number);
        if (nowText != null) {
            now = Objects.requireNonNull(time(object, "now", number));
        } else if (whoseText != null) {
            whose = whose(whoseText, number);
        } else {
            observations.add(observation(object, number));
        }
    }

    private static Whose whose(String text, int number) throws Refusal {
        return switch (text) {
            case "own" -> Whose.OWN;
            case "contact" -> Whose.CONTACT;
            default -> throw new Refusal(TEXTS.get("line.whose", String.valueOf(number)));
        };
    }

    private static Observation observation(JsonObject object, int number) throws Refusal {
        String source = text(object, "source", number);
        String status = text(object, "status", number);
        if (source == null || status == null) {
            throw new Refusal(TEXTS.get("line.observation", String.valueOf(number)));
        }
        return new Observation(
                Source.parse(source)
                        .orElseThrow(() -> new Refusal(TEXTS.get("line.source", String.valueOf(number), source))),
                Status.ofKey(status)
                        .orElseThrow(() -> new Refusal(TEXTS.get("line.status", String.valueOf(number), status))),
                time(object, "since", number),
                time(object, "until", number),
                text(object, "note", number),
                text(object, "device", number));
    }

    private static @Nullable Instant time(JsonObject object, String field, int number) throws Refusal {
        String text = text(object, field, number);
        try {
            return text == null ? null : Waiting.time(text);
        } catch (Refusal wrong) {
            throw new Refusal(TEXTS.get("line.time", String.valueOf(number), wrong.sentence()));
        }
    }

    private static @Nullable String text(JsonObject object, String field, int number) throws Refusal {
        JsonElement value = object.get(field);
        if (value == null || value.isJsonNull()) {
            return null;
        }
        if (!value.isJsonPrimitive()) {
            throw new Refusal(TEXTS.get("line.text", String.valueOf(number), field));
        }
        return value.getAsString();
    }

    private OwnStatus own(Presence presence) {
        Observation chosen = Fold.choice(observations, now);
        return chosen == null
                ? new OwnStatus(presence, Status.AVAILABLE, null, null)
                : new OwnStatus(presence, chosen.status(), chosen.until(), chosen.note());
    }
}
