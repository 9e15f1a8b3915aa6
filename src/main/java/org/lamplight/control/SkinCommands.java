package org.lamplight.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.profile.Settings;
import org.lamplight.skin.BrokenIcon;
import org.lamplight.skin.BrokenSkin;
import org.lamplight.skin.Skin;
import org.lamplight.skin.SkinArchive;
import org.lamplight.skin.SkinCheck;
import org.lamplight.skin.SkinDraft;
import org.lamplight.skin.SkinImport;
import org.lamplight.skin.SkinProblem;
import org.lamplight.skin.Skins;

/** {@code skins …}. */
final class SkinCommands implements CommandGroup {
    private static final Texts TEXTS = Texts.of(SkinCommands.class);
    static final String USAGE = "skins [use NAME | show | set STATUS FILE|STATUS2 | import FILE | check DIR]";

    private final Skins skins;
    private final Settings settings;

    SkinCommands(Skins skins, Settings settings) {
        this.skins = skins;
        this.settings = settings;
    }

    @Override
    public Set<String> words() {
        return Set.of("skins");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException {
        Arguments words = new Arguments(args, Set.of(), Set.of(), USAGE);
        words.next();
        switch (words.maybeNext().orElse("")) {
            case "" -> list(words, out);
            case "use" -> use(words, out);
            case "show" -> show(words, out);
            case "check" -> check(words, out);
            case "set" -> set(words, out);
            case "import" -> take(words, out);
            default -> throw Refusal.usage(USAGE);
        }
    }

    private void list(Arguments words, Output out) throws Refusal, IOException {
        words.end();
        for (String name : skins.names()) {
            out.line(entry(name));
        }
    }

    private JsonObject entry(String name) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("used", name.equals(skins.current().id()));
        return json;
    }

    private void use(Arguments words, Output out) throws Refusal, IOException {
        String name = words.next();
        words.end();
        try {
            skins.use(name);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(String.valueOf(unknown.getMessage()));
        }
        remember(name);
        problems(out);
    }

    private void remember(String name) throws Refusal {
        try {
            settings.set("skin", name);
        } catch (Settings.Refused refused) {
            throw new Refusal(String.valueOf(refused.getMessage()));
        }
    }

    private void problems(Output out) throws IOException {
        for (SkinProblem problem : skins.problems()) {
            out.line(problem(problem));
        }
    }

    private void show(Arguments words, Output out) throws Refusal, IOException {
        words.end();
        for (Status status : Status.values()) {
            out.line(shown(status));
        }
    }

    private JsonObject shown(Status status) {
        Skin.Shown shown = skins.current().shown(status);
        JsonObject json = new JsonObject();
        json.addProperty("status", status.key());
        json.addProperty("icon", shown.file());
        json.addProperty("shownAs", shown.shownAs().key());
        json.addProperty("from", shown.from().word());
        return json;
    }

    /** Whether the last word of {@code skins set} names a file, which the caller's working folder makes whole. */
    static boolean namesAPicture(List<String> command) {
        return command.size() == 4
                && command.get(0).equals("skins")
                && command.get(1).equals("set")
                && Status.ofKey(command.get(3)).isEmpty();
    }

    /** A skin of the program stays as it is: an own one that extends it is made, and used. */
    private void set(Arguments words, Output out) throws Refusal, IOException {
        Status status = status(words.next());
        String picture = words.next();
        words.end();
        SkinDraft draft = SkinDraft.of(skins, skins.current().id());
        try {
            Optional<Status> as = Status.ofKey(picture);
            SkinDraft changed =
                    as.isPresent() ? draft.showing(status, as.get()) : draft.picture(status, Path.of(picture));
            remember(skins.save(changed, changed.name()));
        } catch (BrokenIcon | BrokenSkin | InvalidPathException wrong) {
            throw new Refusal(String.valueOf(wrong.getMessage()));
        }
        out.line(shown(status));
        problems(out);
    }

    private static Status status(String key) throws Refusal {
        return Status.ofKey(key).orElseThrow(() -> new Refusal(TEXTS.get("status.unknown", key)));
    }

    /** A skin as another Lamplight packed it, or another program's icons. */
    private void take(Arguments words, Output out) throws Refusal, IOException {
        Path file = Path.of(words.next());
        words.end();
        try {
            String name = SkinArchive.holds(file) ? installed(file) : imported(file, out);
            remember(name);
        } catch (BrokenSkin | IllegalArgumentException wrong) {
            throw new Refusal(String.valueOf(wrong.getMessage()));
        }
        out.line(entry(skins.current().id()));
        problems(out);
    }

    private String installed(Path file) throws BrokenSkin {
        String name = SkinArchive.read(skins, file);
        skins.use(name);
        return name;
    }

    private String imported(Path file, Output out) throws BrokenSkin, Refusal, IOException {
        SkinImport set = SkinImport.read(file);
        Map<Status, String> guess = set.guess();
        for (SkinProblem problem : set.problems()) {
            out.line(problem(problem));
        }
        if (guess.isEmpty()) {
            throw new Refusal(TEXTS.get("import.nameless", file.getFileName()));
        }
        SkinDraft draft = set.draft(skins, guess);
        return skins.save(draft, draft.name());
    }

    private void check(Arguments words, Output out) throws Refusal, IOException {
        Path folder = Path.of(words.next());
        words.end();
        if (!Files.isDirectory(folder)) {
            throw new Refusal(TEXTS.get("folder.unknown", folder));
        }
        SkinCheck check = skins.check(folder);
        for (SkinProblem problem : check.problems()) {
            out.line(problem(problem));
        }
        for (String note : check.notes()) {
            JsonObject json = new JsonObject();
            json.addProperty("note", note);
            out.line(json);
        }
        if (!check.problems().isEmpty()) {
            throw new Refusal(
                    TEXTS.get("skin.problems", String.valueOf(check.problems().size())));
        }
    }

    private static JsonObject problem(SkinProblem problem) {
        JsonObject json = new JsonObject();
        json.addProperty("problem", problem.toString());
        return json;
    }
}
