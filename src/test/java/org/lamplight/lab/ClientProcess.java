package org.lamplight.lab;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.lamplight.control.ControlClient;

/** The client as users run it, from the built jar, driven through its control interface; without windows if not said otherwise. */
public final class ClientProcess implements AutoCloseable {
    private static final int TIMEOUT_MS = 30_000;

    private final Path profile;
    private final Process process;
    private final ControlClient control;
    private final ControlClient events;
    private final Await happened = new Await();
    private final List<JsonObject> declined = new CopyOnWriteArrayList<>();
    private final StringBuffer keys = new StringBuffer();

    private ClientProcess(Path profile, Process process) throws Exception {
        this.profile = profile;
        this.process = process;
        this.control = connect();
        this.events = connect();
        Thread listener = new Thread(this::listen, "events of " + profile.getFileName());
        listener.setDaemon(true);
        listener.start();
    }

    /** Starts one and waits until it takes commands. */
    public static ClientProcess start(Path profile) throws Exception {
        return start(profile, Map.of());
    }

    /** Starts one with its windows. */
    public static ClientProcess startWithWindows(Path profile) throws Exception {
        return start(profile, Map.of(), Jar.command("--profile", profile.toString()));
    }

    /** Starts one with these variables in its environment, and without the secrets of whoever runs the tests. */
    public static ClientProcess start(Path profile, Map<String, String> environment) throws Exception {
        return start(profile, environment, Jar.command("--headless", "--profile", profile.toString()));
    }

    /** Starts one by a link, as a browser does. */
    public static ClientProcess startWith(Path profile, Map<String, String> environment, String uri) throws Exception {
        return start(profile, environment, Jar.command("--headless", "--profile", profile.toString(), uri));
    }

    private static ClientProcess start(Path profile, Map<String, String> environment, List<String> command)
            throws Exception {
        Files.createDirectories(profile.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output(profile).toFile()));
        builder.environment().remove("DBUS_SESSION_BUS_ADDRESS");
        builder.environment().putAll(environment);
        Process process = Children.start(builder);
        try {
            return new ClientProcess(profile, process);
        } catch (AssertionError | Exception e) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("it did not start: " + Files.readString(output(profile)), e);
        }
    }

    /** What the client writes to its console. */
    public static Path output(Path profile) {
        return profile.resolveSibling(profile.getFileName() + ".out");
    }

    private ControlClient connect() throws Exception {
        List<ControlClient> connected = new ArrayList<>();
        new Await().until("a control connection to " + profile, Duration.ofSeconds(30), () -> {
            if (!process.isAlive()) {
                throw new IOException("ended with " + process.exitValue());
            }
            Optional<ControlClient> one = ControlClient.connect(profile.resolve("control"));
            one.ifPresent(connected::add);
            return one.isPresent();
        });
        return connected.get(0);
    }

    private void listen() {
        try {
            events.run(List.of("events"), "", 0, this::heard);
        } catch (IOException ended) {
            happened.look();
        }
    }

    private void heard(JsonObject event) {
        if (event.get("kind").getAsString().equals("room.declined")) {
            declined.add(event);
        } else if (event.get("kind").getAsString().equals("call.key")) {
            keys.append(event.get("key").getAsString());
        }
        happened.look();
    }

    /** Who told so far, by {@code ctl events}, that they won't come into a room. */
    public List<JsonObject> declined() {
        return List.copyOf(declined);
    }

    /** The keys that peers pressed so far, by {@code ctl events}. */
    public String keys() {
        return keys.toString();
    }

    public Path profile() {
        return profile;
    }

    public Process process() {
        return process;
    }

    /** Runs a command, whatever comes of it. */
    public synchronized Answer ask(String... words) throws IOException {
        return ask("", Arrays.asList(words));
    }

    private synchronized Answer ask(String input, List<String> words) throws IOException {
        List<JsonObject> lines = new ArrayList<>();
        ControlClient.End end = control.run(words, input, TIMEOUT_MS, lines::add);
        return new Answer(end.exit(), end.error(), lines);
    }

    /** Runs a command that must succeed, and returns what it prints. */
    public List<JsonObject> ctl(String... words) throws IOException {
        return ask(words).must(String.join(" ", words));
    }

    /** Adds an account from a file, as {@code ctl accounts add FILE --password-stdin} does. */
    public Answer addAccount(Path file, String password) throws IOException {
        return ask(password, List.of("accounts", "add", file.toString(), "--password-stdin"));
    }

    public Answer testAccount(Path file, String password) throws IOException {
        return ask(password, List.of("accounts", "test", file.toString(), "--password-stdin"));
    }

    public Duration await(String what, Duration most, java.util.concurrent.Callable<Boolean> holds) throws Exception {
        return happened.until(what, most, holds);
    }

    /** Ends it as a user does, and waits until it is gone. */
    public void quit() throws Exception {
        ask("quit");
        awaitEnd();
    }

    /** Ends it as a power cut does. */
    public void kill() throws Exception {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() throws Exception {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("it did not end within 10 s");
        }
        control.close();
        events.close();
    }

    @Override
    public void close() throws Exception {
        if (process.isAlive()) {
            try {
                quit();
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
