package org.lamplight.control;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.presence.Observation;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

/** {@code status …}: one's own presence. */
final class StatusCommands implements CommandGroup {
    private static final Texts TEXTS = Texts.of(StatusCommands.class);
    static final String USAGE = "status [set KEY [--note T] [--until TIME] | clear | source SOURCE on|off"
            + " | observe --source app:NAME (--status KEY --until TIME | --clear)]";

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Waiting core;
    private final OwnPresence own;
    private final Json.Icons icons;
    private final Clock clock;

    StatusCommands(Waiting core, OwnPresence own, Json.Icons icons, Clock clock) {
        this.core = core;
        this.own = own;
        this.icons = icons;
        this.clock = clock;
    }

    @Override
    public Set<String> words() {
        return Set.of("status");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words =
                new Arguments(args, Set.of("--note", "--until", "--source", "--status"), Set.of("--clear"), USAGE);
        words.next();
        switch (words.maybeNext().orElse("")) {
            case "" -> words.end();
            case "set" -> set(words);
            case "clear" -> clear(words);
            case "source" -> source(words);
            case "observe" -> observe(words);
            default -> throw Refusal.usage(USAGE);
        }
        out.line(core.ask(() -> Json.status(own.now(), icons)));
    }

    private void set(Arguments words) throws Refusal, InterruptedException {
        String key = words.next();
        words.end();
        Status status = status(key);
        if (!Status.choosable().contains(status)) {
            throw new Refusal(TEXTS.get("status.unchoosable", key));
        }
        Instant until = until(words);
        String note = words.option("--note").filter(text -> !text.isBlank()).orElse(null);
        core.tell(() -> own.choose(status, note, until));
    }

    private void clear(Arguments words) throws Refusal, InterruptedException {
        words.end();
        core.tell(() -> own.clearChoice());
    }

    private void source(Arguments words) throws Refusal, InterruptedException {
        Source source = parse(words.next());
        String switched = words.next();
        words.end();
        if (!switched.matches("on|off")) {
            throw Refusal.usage(USAGE);
        }
        if (source.kind() == Source.Kind.CHOICE) {
            throw new Refusal(TEXTS.get("choice.source"));
        }
        core.tell(() -> own.listenTo(source, switched.equals("on")));
    }

    private void observe(Arguments words) throws Refusal, InterruptedException {
        words.end();
        Source source = parse(words.option("--source").orElseThrow(() -> Refusal.usage(USAGE)));
        if (source.kind() != Source.Kind.APP) {
            throw new Refusal(TEXTS.get("source.inside"));
        }
        if (words.has("--clear")) {
            core.tell(() -> own.forget(source));
            return;
        }
        Status status = status(words.option("--status").orElseThrow(() -> Refusal.usage(USAGE)));
        Instant until = until(words);
        if (until == null) {
            throw Refusal.usage(USAGE);
        }
        String note = words.option("--note").orElse(null);
        Observation seen = Observation.of(source, status)
                .since(clock.instant())
                .until(until)
                .note(note);
        core.tell(() -> own.observe(seen));
    }

    private @Nullable Instant until(Arguments words) throws Refusal {
        String text = words.option("--until").orElse(null);
        if (text == null) {
            return null;
        }
        Instant until = Waiting.time(text);
        if (!until.isAfter(clock.instant())) {
            throw new Refusal(TEXTS.get("end.over", text));
        }
        if (until.isAfter(LAST)) {
            throw new Refusal(TEXTS.get("end.far", text));
        }
        return until;
    }

    private static Source parse(String text) throws Refusal {
        return Source.parse(text).orElseThrow(() -> new Refusal(TEXTS.get("source.unknown", text)));
    }

    private static Status status(String key) throws Refusal {
        return Status.ofKey(key).orElseThrow(() -> new Refusal(TEXTS.get("status.unknown", key)));
    }
}
