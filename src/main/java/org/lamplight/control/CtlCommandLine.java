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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.core.Texts;

/** {@code lamplight ctl …}: one command, or with {@code -} many from standard input. */
public final class CtlCommandLine {
    private static final Texts TEXTS = Texts.of(CtlCommandLine.class);
    private static final int USUAL_TIMEOUT_S = 30;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    private boolean json;
    private int timeoutMs = USUAL_TIMEOUT_S * 1000;
    private Path controlFile;

    /** {@code controlFile}: of the usual profile, unless {@code --profile} names another. */
    public CtlCommandLine(Path controlFile, InputStream in, PrintStream out, PrintStream err) {
        this.controlFile = controlFile;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Runs it and returns the exit code. */
    public int run(List<String> args) {
        Optional<List<String>> command = options(args);
        if (command.isEmpty() || command.get().isEmpty()) {
            return say(Refusal.USAGE, TEXTS.get("usage.ctl"));
        }
        if (command.get().get(0).equals("help")) {
            CommandHelp.lines().forEach(this::print);
            return 0;
        }
        try (ControlClient client = ControlClient.connect(controlFile).orElse(null)) {
            if (client == null) {
                return say(Refusal.NOT_RUNNING, TEXTS.get("program.absent"));
            }
            return command.get().equals(List.of("-")) ? many(client) : one(client, command.get());
        } catch (IOException e) {
            return say(Refusal.NOT_RUNNING, TEXTS.get("answer.none"));
        }
    }

    /** The words left when the options before and among them are taken out. */
    private Optional<List<String>> options(List<String> args) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String word = args.get(i);
            boolean before = words.isEmpty();
            if (word.equals("--json")) {
                json = true;
            } else if (before && word.equals("--profile") && i + 1 < args.size()) {
                controlFile = Path.of(args.get(++i)).resolve("control");
            } else if (before && word.equals("--timeout") && i + 1 < args.size()) {
                String seconds = args.get(++i);
                if (!seconds.matches("\\d{1,5}")) {
                    return Optional.empty();
                }
                timeoutMs = Integer.parseInt(seconds) * 1000;
            } else if (before && word.startsWith("--")) {
                return Optional.empty();
            } else {
                words.add(word);
            }
        }
        return Optional.of(words);
    }

    private int one(ControlClient client, List<String> command) throws IOException {
        String input = command.contains("--password-stdin") ? allInput() : "";
        boolean stream = command.get(0).equals("events");
        ControlClient.End end = client.run(withWholePaths(command), input, stream ? 0 : timeoutMs, this::print);
        return end.exit() == 0 ? 0 : say(end.exit(), end.error());
    }

    private String allInput() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The instance has another working folder than the caller: what names a file is made whole here. */
    private static List<String> withWholePaths(List<String> command) {
        List<String> whole = new ArrayList<>(command);
        boolean file = command.size() > 2
                && List.of("accounts add", "accounts test", "avatar set", "skins check", "skins import")
                        .contains(command.get(0) + " " + command.get(1));
        if (file) {
            whole.set(2, Path.of(command.get(2)).toAbsolutePath().toString());
        } else if (command.size() == 5
                && command.get(0).equals("avatar")
                && command.get(3).equals("--save")) {
            whole.set(4, Path.of(command.get(4)).toAbsolutePath().toString());
        } else if (SkinCommands.namesAPicture(command) || ExportCommand.namesAFile(command)) {
            whole.set(3, Path.of(command.get(3)).toAbsolutePath().toString());
        } else if (command.size() > 1 && command.get(0).equals("screenshot")) {
            whole.set(1, Path.of(command.get(1)).toAbsolutePath().toString());
        } else if (command.size() > 1 && command.get(0).equals("chat")) {
            int named = command.get(1).equals("fetch") ? 4 : command.indexOf("--file") + 1;
            if (named > 1 && named < command.size()) {
                whole.set(named, Path.of(command.get(named)).toAbsolutePath().toString());
            }
        }
        return whole;
    }

    private int many(ControlClient client) throws IOException {
        json = true;
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int worst = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            ControlClient.End end = words(line).isPresent()
                    ? client.run(withWholePaths(words(line).get()), "", timeoutMs, this::print)
                    : new ControlClient.End(Refusal.USAGE, TEXTS.get("line.words"));
            printEnd(end);
            worst = end.exit() >= Refusal.NOT_RUNNING ? end.exit() : worst;
            if (worst >= Refusal.NOT_RUNNING) {
                break;
            }
        }
        return worst;
    }

    private void printEnd(ControlClient.End end) {
        JsonObject object = new JsonObject();
        object.addProperty("exit", end.exit());
        if (end.exit() != 0) {
            object.addProperty("error", end.error());
        }
        out.println(object);
        out.flush();
    }

    private static Optional<List<String>> words(String line) {
        Optional<JsonElement> element = Json.parse(line).filter(JsonElement::isJsonArray);
        if (element.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (JsonElement word : element.get().getAsJsonArray()) {
            if (!word.isJsonPrimitive()) {
                return Optional.empty();
            }
            words.add(word.getAsString());
        }
        return Optional.of(words);
    }

    private void print(JsonObject object) {
        out.println(json ? object.toString() : Plainly.line(object));
        out.flush();
    }

    private int say(int exit, String sentence) {
        err.println(sentence);
        return exit;
    }
}
