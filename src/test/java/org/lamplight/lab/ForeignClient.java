package org.lamplight.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with another client than ours, driven by a script: it takes lines, and prints what it sees as JSON. */
public final class ForeignClient implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Await happened = new Await();
    private final Process process;

    /** Starts the script that lies beside {@code owner} and waits until it is online. */
    public ForeignClient(Class<?> owner, String script, Path folder, XmppAt server) throws Exception {
        Path copy = folder.resolve(script);
        try (InputStream in = owner.getResourceAsStream(script)) {
            Files.copy(in, copy);
        }
        process = Children.start(new ProcessBuilder(
                        "/usr/bin/python3",
                        copy.toString(),
                        String.valueOf(server.port()),
                        server.trust().toString())
                .redirectErrorStream(true));
        Thread reader = new Thread(this::read, script);
        reader.setDaemon(true);
        reader.start();
        sees("\"online\": true");
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                seen.add(line);
                happened.look();
            }
        } catch (IOException ended) {
            happened.look();
        }
    }

    /** Waits until it printed a line that contains this. */
    public String sees(String part) throws Exception {
        try {
            happened.until(part, SOON, () -> line(part).isPresent());
        } catch (AssertionError missed) {
            throw new AssertionError(missed.getMessage() + " in " + seen, missed);
        }
        return line(part).orElseThrow();
    }

    private Optional<String> line(String part) {
        return seen.stream().filter(line -> line.contains(part)).findFirst();
    }

    /** A field of the line that contains this. */
    public String field(String part, String name) throws Exception {
        Matcher matcher = Pattern.compile("\"" + name + "\": \"([^\"]*)\"").matcher(sees(part));
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + sees(part));
        }
        return matcher.group(1);
    }

    public List<String> seen() {
        return seen;
    }

    public void forget() {
        seen.clear();
    }

    public void say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
