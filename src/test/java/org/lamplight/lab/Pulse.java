package org.lamplight.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real PulseAudio of its own, without hardware: loudspeakers and headsets can be plugged in and pulled out. */
public final class Pulse implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Process process;
    private final Map<String, List<String>> modules = new HashMap<>();

    /** @param folder empty, and short enough for a socket's name */
    public Pulse(Path folder) throws Exception {
        this.folder = folder;
        List<String> command = List.of(
                Part.find("pulseaudio").orElseThrow().toString(),
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "--disable-shm=yes",
                "--realtime=no",
                "--high-priority=no",
                "-L",
                "module-native-protocol-unix auth-anonymous=1 socket=" + socket());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("pulse.log").toFile());
        homeIn(builder);
        process = Children.start(builder);
        new Await().until("PulseAudio answers", PATIENCE, () -> ask("info").contains("Server Name"));
    }

    private void homeIn(ProcessBuilder builder) throws IOException {
        String home = Files.createDirectories(folder.resolve("home")).toString();
        Map<String, String> environment = builder.environment();
        for (String name : List.of("HOME", "PULSE_RUNTIME_PATH", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME")) {
            environment.put(name, home);
        }
        environment.put("PULSE_SERVER", server());
        environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        environment.put("LC_ALL", "C");
    }

    private Path socket() {
        return folder.resolve("native");
    }

    /** Where it is reached. */
    public String server() {
        return "unix:" + socket();
    }

    /** A loudspeaker of this name, without blanks, is there. */
    public Pulse plugSpeaker(String name) throws Exception {
        return load(name, "module-null-sink", "sink_name=" + name, "sink_properties=device.description=" + name);
    }

    /** A microphone of this name is there, in which one hears what is played into the loudspeaker {@code name}-voice. */
    public Pulse plugMicrophone(String name) throws Exception {
        plugSpeaker(name + "-voice");
        return load(
                name,
                "module-remap-source",
                "source_name=" + name,
                "master=" + name + "-voice.monitor",
                "source_properties=device.description=" + name);
    }

    private Pulse load(String name, String... module) throws Exception {
        List<String> words = new ArrayList<>(List.of("load-module"));
        words.addAll(List.of(module));
        modules.computeIfAbsent(name, any -> new ArrayList<>())
                .add(ask(words.toArray(String[]::new)).strip());
        return this;
    }

    /** It is pulled out. */
    public void pull(String name) throws Exception {
        for (String module : modules.remove(name)) {
            ask("unload-module", module);
        }
    }

    /** To which loudspeakers somebody plays now. */
    public List<String> playedTo() throws Exception {
        Map<String, String> sinks = new HashMap<>();
        ask("list", "short", "sinks").lines().map(line -> line.split("\t")).forEach(one -> sinks.put(one[0], one[1]));
        return ask("list", "short", "sink-inputs")
                .lines()
                .map(line -> line.split("\t"))
                .map(one -> sinks.getOrDefault(one[1], "?"))
                .toList();
    }

    private String ask(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        homeIn(builder);
        Process asked = Children.start(builder);
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!asked.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            asked.destroyForcibly();
            throw new IOException("pactl hangs");
        }
        return answer;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
