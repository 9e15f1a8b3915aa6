package org.lamplight.lab;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A gateway of the foreign library slixmpp (XEP-0100), with one contact that answers, as a component of a Prosody. */
public final class SlixmppGateway implements AutoCloseable {
    public static final String DOMAIN = "legacy." + XmppAt.DOMAIN;

    /** What it was told, a word or two each: {@code login ada@localhost}. */
    public final List<String> told = new CopyOnWriteArrayList<>();

    private final Process process;
    private final Await happened = new Await();

    public SlixmppGateway(Path folder, Prosody server) throws Exception {
        Path script = Files.createDirectories(folder).resolve("gateway.py");
        try (InputStream in = SlixmppGateway.class.getResourceAsStream("gateway.py")) {
            Files.write(script, in.readAllBytes());
        }
        process = Children.start(new ProcessBuilder(
                        "/usr/bin/python3",
                        "-u",
                        script.toString(),
                        DOMAIN,
                        Prosody.COMPONENT_SECRET,
                        String.valueOf(server.componentPort()))
                .redirectError(folder.resolve("errors").toFile()));
        Thread listener = new Thread(this::listen, "gateway");
        listener.setDaemon(true);
        listener.start();
        awaitTold("ready");
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(line);
                happened.look();
            }
        } catch (java.io.IOException ended) {
            happened.look();
        }
    }

    public void awaitTold(String line) throws Exception {
        happened.until(
                "the gateway is told: " + line + ", of " + told,
                java.time.Duration.ofSeconds(15),
                () -> told.contains(line));
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
