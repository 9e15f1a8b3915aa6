package org.lamplight.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.profile.Settings;
import org.lamplight.skin.Skin;
import org.lamplight.skin.SkinProblem;
import org.lamplight.skin.Skins;

/** {@code skins …}. */
final class SkinCommands implements CommandGroup {
    private static final Texts TEXTS = Texts.of(SkinCommands.class);
    static final String USAGE = "skins [use NAME | show | check DIR]";

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
            case "set", "import" -> throw new Refusal(TEXTS.get("skins.tocome"));
            default -> throw Refusal.usage(USAGE);
        }
    }

    private void list(Arguments words, Output out) throws Refusal, IOException {
        words.end();
        for (String name : skins.names()) {
            JsonObject json = new JsonObject();
            json.addProperty("name", name);
            json.addProperty("used", name.equals(skins.current().id()));
            out.line(json);
        }
    }

    private void use(Arguments words, Output out) throws Refusal, IOException {
        String name = words.next();
        words.end();
        try {
            skins.use(name);
            settings.set("skin", name);
        } catch (IllegalArgumentException | Settings.Refused e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
        for (SkinProblem problem : skins.problems()) {
            out.line(problem(problem));
        }
    }

    private void show(Arguments words, Output out) throws Refusal, IOException {
        words.end();
        for (Status status : Status.values()) {
            Skin.Shown shown = skins.current().shown(status);
            JsonObject json = new JsonObject();
            json.addProperty("status", status.key());
            json.addProperty("icon", shown.file());
            json.addProperty("shownAs", shown.shownAs().key());
            json.addProperty("from", shown.from().word());
            out.line(json);
        }
    }

    private void check(Arguments words, Output out) throws Refusal, IOException {
        Path folder = Path.of(words.next());
        words.end();
        if (!Files.isDirectory(folder)) {
            throw new Refusal(TEXTS.get("folder.unknown", folder));
        }
        List<SkinProblem> problems = skins.check(folder);
        for (SkinProblem problem : problems) {
            out.line(problem(problem));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(TEXTS.get("skin.problems", String.valueOf(problems.size())));
        }
    }

    private static JsonObject problem(SkinProblem problem) {
        JsonObject json = new JsonObject();
        json.addProperty("problem", problem.toString());
        return json;
    }
}
