package org.lamplight.lab;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The client with a softphone whose microphone and loudspeaker are files, driven through its control interface. */
public final class CallingClient implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Path folder;
    private final Heard says;
    private final ClientProcess process;

    /** @param says what it says in each call from its beginning, again and again */
    public CallingClient(Path folder, Heard says) throws Exception {
        this(folder, says, ClientProcess.start(folder.resolve("profile")));
    }

    /** The same with its windows. */
    public static CallingClient withWindows(Path folder, Heard says) throws Exception {
        return new CallingClient(folder, says, ClientProcess.startWithWindows(folder.resolve("profile")));
    }

    private CallingClient(Path folder, Heard says, ClientProcess process) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.says = says;
        this.process = process;
        Path spoken = folder.resolve("says.wav");
        says.write(spoken, 48_000);
        process.ctl("call", "devices", "set", "speak", "file:" + spoken);
        process.ctl("call", "devices", "set", "listen", "file:" + folder.resolve("heard"));
        process.ctl("call", "devices", "set", "ring", "none");
    }

    /** Adds a line and waits until it is registered. Returns its id. */
    public String addLine(String account, String password, String... keys) throws Exception {
        Path file = folder.resolve(account + ".properties");
        Files.writeString(file, "kind = sip\n" + String.join("\n", keys) + "\n");
        process.addAccount(file, password).must("accounts add " + account);
        String line = "softphone:" + account;
        process.await(
                line + " registered",
                SOON,
                () -> find(process.ctl("lines"), line)
                        .filter(one -> one.get("state").getAsString().equals("registered"))
                        .isPresent());
        return line;
    }

    public ClientProcess process() {
        return process;
    }

    /** Runs a command that must succeed. */
    public List<JsonObject> ctl(String... words) throws Exception {
        return process.ctl(words);
    }

    /** Calls; returns the call's id. */
    public String dial(String target, String line) throws Exception {
        return ctl("call", "dial", target, "--line", line).get(0).get("id").getAsString();
    }

    /** The call as it stands, if it is still listed. */
    public Optional<JsonObject> call(String id) throws Exception {
        return find(ctl("call", "list"), id);
    }

    public void awaitState(String id, String state) throws Exception {
        await(
                id + " " + state,
                () -> call(id).filter(call -> call.get("state").getAsString().equals(state))
                        .isPresent());
    }

    /** Waits until somebody calls; returns the call as it rings. */
    public JsonObject awaitIncoming() throws Exception {
        await("somebody calls", () -> incoming().isPresent());
        return incoming().orElseThrow();
    }

    private Optional<JsonObject> incoming() throws Exception {
        return ctl("call", "list").stream()
                .filter(call -> call.get("direction").getAsString().equals("in"))
                .filter(call -> call.get("state").getAsString().equals("ringing"))
                .findFirst();
    }

    public void await(String what, Callable<Boolean> holds) throws Exception {
        process.await(what, SOON, holds);
    }

    /** What it says. */
    public Heard says() {
        return says;
    }

    /** What it heard in a call that is over. */
    public Heard heard(String id) throws Exception {
        Path file = folder.resolve("heard-" + id + ".wav");
        Heard[] read = new Heard[1];
        new Await().until("the file of " + id + " is whole", SOON, () -> {
            if (!Files.exists(file)) {
                return false;
            }
            read[0] = Heard.read(file);
            return read[0].length().toMillis() > 0;
        });
        return read[0];
    }

    private static Optional<JsonObject> find(List<JsonObject> lines, String id) {
        return lines.stream()
                .filter(line -> line.get("id").getAsString().equals(id))
                .findFirst();
    }

    @Override
    public void close() throws Exception {
        process.close();
    }
}
