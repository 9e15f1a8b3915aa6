package org.lamplight.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lamplight.chat.export.ExportFormat;
import org.lamplight.chat.export.Heading;
import org.lamplight.chat.export.TalkExport;
import org.lamplight.core.Texts;
import org.lamplight.people.People;
import org.lamplight.people.Person;

/** {@code chat export}: a talk into a file; one that is there is only replaced if that is asked for. */
final class ExportCommand {
    static final String USAGE = "chat export ADDRESS FILE [--format text|html|json] [--replace]";
    private static final Texts TEXTS = Texts.of(ExportCommand.class);

    private final Waiting core;
    private final TalkExport exports;
    private final People people;
    private final MessageCommands.Addressing addressing;

    ExportCommand(Waiting core, TalkExport exports, People people, MessageCommands.Addressing addressing) {
        this.core = core;
        this.exports = exports;
        this.people = people;
        this.addressing = addressing;
    }

    /** Whether the fourth word names a file. */
    static boolean namesAFile(List<String> command) {
        return command.size() > 3
                && command.get(0).equals("chat")
                && command.get(1).equals("export");
    }

    void run(List<String> args, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(args, Set.of("--format"), Set.of("--replace"), USAGE);
        words.next();
        words.next();
        String peer = addressing.peer(words.next());
        Path file = Path.of(words.next()).toAbsolutePath();
        words.end();
        Optional<String> asked = words.option("--format");
        Optional<ExportFormat> format =
                asked.isPresent() ? ExportFormat.of(asked.get()) : ExportFormat.ofFile(file.toString());
        if (asked.isPresent() && format.isEmpty()) {
            throw Refusal.usage(USAGE);
        }
        if (Files.exists(file) && !words.has("--replace")) {
            throw new Refusal(TEXTS.get("file.there", file));
        }
        long written = Waiting.await(exports.write(heading(peer), format.orElse(ExportFormat.TEXT), file, () -> false));
        JsonObject json = new JsonObject();
        json.addProperty("file", file.toString());
        json.addProperty("messages", written);
        out.line(json);
    }

    private Heading heading(String peer) throws Refusal, InterruptedException {
        String name = core.ask(() -> people.find(peer)).map(Person::name).orElse(peer);
        return Heading.of(peer, name, ZoneId.systemDefault());
    }
}
