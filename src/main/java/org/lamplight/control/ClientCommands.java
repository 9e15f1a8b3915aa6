package org.lamplight.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lamplight.backend.Backends;
import org.lamplight.core.Texts;
import org.lamplight.people.People;
import org.lamplight.profile.Settings;

/** {@code settings}, {@code windows}, {@code open}, {@code screenshot}, {@code health} and {@code quit}. */
final class ClientCommands implements CommandGroup {
    private static final Texts TEXTS = Texts.of(ClientCommands.class);
    static final List<String> HELP = List.of(
            "settings [KEY [VALUE]]",
            "windows",
            "open NAME [ARG]",
            "screenshot FILE [--window NAME]",
            "health [--anew]",
            "quit");

    private final Waiting core;
    private final Settings settings;
    private final Windows windows;
    private final Predicate<String> calledAtOnce;
    private final People people;
    private final Backends backends;
    private final Runnable quit;

    ClientCommands(
            Waiting core,
            Settings settings,
            Windows windows,
            Predicate<String> calledAtOnce,
            People people,
            Backends backends,
            Runnable quit) {
        this.core = core;
        this.settings = settings;
        this.windows = windows;
        this.calledAtOnce = calledAtOnce;
        this.people = people;
        this.backends = backends;
        this.quit = quit;
    }

    @Override
    public Set<String> words() {
        return Set.of("settings", "windows", "open", "screenshot", "health", "quit");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(args, Set.of("--window"), Set.of("--anew"), String.join(" | ", HELP));
        switch (words.next()) {
            case "settings" -> settings(words, out);
            case "windows" -> windows(words, out);
            case "open" -> open(words);
            case "screenshot" -> screenshot(words, out);
            case "health" -> health(words, out);
            default -> quit(words);
        }
    }

    private void settings(Arguments words, Output out) throws Refusal, IOException {
        Optional<String> key = words.maybeNext();
        Optional<String> value = words.maybeNext();
        words.end();
        if (key.isPresent() && value.isPresent()) {
            set(key.get(), value.get());
        }
        Map<String, String> all = settings.all();
        if (key.isPresent() && !all.containsKey(key.get())) {
            throw new Refusal(TEXTS.get("setting.unknown", key.get()));
        }
        for (Map.Entry<String, String> entry : all.entrySet()) {
            if (key.isEmpty() || key.get().equals(entry.getKey())) {
                JsonObject json = new JsonObject();
                json.addProperty("key", entry.getKey());
                json.addProperty("value", entry.getValue());
                out.line(json);
            }
        }
    }

    private void set(String key, String value) throws Refusal {
        try {
            settings.set(key, value);
        } catch (Settings.Refused e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private void windows(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        words.end();
        for (String name : windows.open()) {
            JsonObject json = new JsonObject();
            json.addProperty("name", name);
            out.line(json);
        }
    }

    private void open(Arguments words) throws Refusal, InterruptedException {
        String name = words.next();
        Optional<String> argument = words.maybeNext();
        words.end();
        Optional<String> link = argument.filter(uri -> name.equals("uri"));
        if (link.isEmpty() || !core.ask(() -> calledAtOnce.test(link.get()))) {
            windows.open(name, argument);
        }
    }

    private void screenshot(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        Path file = Path.of(words.next()).toAbsolutePath();
        words.end();
        windows.picture(words.option("--window"), file);
        JsonObject json = new JsonObject();
        json.addProperty("file", file.toString());
        out.line(json);
    }

    private void health(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        words.end();
        Runtime runtime = Runtime.getRuntime();
        JsonObject json = new JsonObject();
        json.addProperty("uptimeMs", ManagementFactory.getRuntimeMXBean().getUptime());
        json.addProperty("heapBytes", runtime.totalMemory() - runtime.freeMemory());
        json.addProperty("threads", ManagementFactory.getThreadMXBean().getThreadCount());
        json.addProperty("people", core.ask(people::count));
        json.addProperty("reachable", core.ask(people::reachable));
        json.addProperty("edtMaxPauseMs", windows.longestPauseMs());
        json.addProperty("edtMaxWorkMs", windows.mostWorkMs());
        JsonArray list = new JsonArray();
        for (Backends.State state : backends.states()) {
            JsonObject one = new JsonObject();
            one.addProperty("id", state.id());
            one.addProperty("state", state.running() ? "running" : "off");
            Json.addText(one, "reason", state.reason().isEmpty() ? null : state.reason());
            list.add(one);
        }
        json.add("backends", list);
        if (words.has("--anew")) {
            windows.measureAnew();
        }
        out.line(json);
    }

    private void quit(Arguments words) throws Refusal {
        words.end();
        quit.run();
    }
}
