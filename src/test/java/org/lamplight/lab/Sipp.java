package org.lamplight.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A peer that follows a script, sipp: it calls, or waits for a call, and its end says whether all went as written. The
 * scripts are the {@code *.sipp.xml} beside this class, with {@link SippPhrases} in them.
 */
public final class Sipp implements AutoCloseable {
    /**
     * How a script ended.
     *
     * @param exit 0 where everything went as written, 1 where a call did not, 97 where it took too long
     * @param errors what was not as written
     */
    public record Outcome(int exit, String errors) {}

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private final Process process;

    private Sipp(Path folder, String script, boolean byTcp, int port, List<String> words) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.port = port;
        Path file = folder.resolve(script + ".sipp.xml");
        try (InputStream in = Sipp.class.getResourceAsStream(file.getFileName().toString())) {
            Files.writeString(file, SippPhrases.spelledOut(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
        }
        List<String> command = new ArrayList<>(Arrays.asList(
                Part.find("sipp").orElseThrow().toString(),
                "-sf",
                file.toString(),
                "-i",
                "127.0.0.1",
                "-mi",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-t",
                byTcp ? "t1" : "u1",
                "-m",
                "1",
                "-nostdin",
                "-timeout",
                LONGEST.toSeconds() + "s",
                "-timeout_error",
                "-trace_err",
                "-error_file",
                folder.resolve("errors").toString(),
                "-trace_msg",
                "-message_file",
                folder.resolve("messages").toString()));
        command.addAll(words);
        process = Children.start(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile()));
    }

    /** Calls somebody by UDP at a port of this machine. Further words are sipp's own, such as {@code -key name value}. */
    public static Sipp calls(Path folder, String script, String user, int port, String... words) throws Exception {
        return calls(folder, script, user, port, false, words);
    }

    /** The same by TCP, for what does not fit into a datagram. */
    public static Sipp callsByTcp(Path folder, String script, String user, int port, String... words) throws Exception {
        return calls(folder, script, user, port, true, words);
    }

    private static Sipp calls(Path folder, String script, String user, int port, boolean byTcp, String... words)
            throws Exception {
        List<String> all = new ArrayList<>(List.of("127.0.0.1:" + port, "-s", user));
        all.addAll(Arrays.asList(words));
        return new Sipp(folder, script, byTcp, Ports.pair(), all);
    }

    /** Waits for a call by UDP; returns when it listens. */
    public static Sipp answers(Path folder, String script, String... words) throws Exception {
        Sipp sipp = new Sipp(folder, script, false, Ports.pair(), Arrays.asList(words));
        new Await().until("sipp listens", LONGEST, () -> Ports.takesDatagrams(sipp.port) || !sipp.process.isAlive());
        return sipp;
    }

    /** Where it is reached. */
    public int port() {
        return port;
    }

    /** Whom to dial so that the call comes here. */
    public String address() {
        return "sip:sipp@127.0.0.1:" + port;
    }

    /** Waits until the script is over. */
    public Outcome outcome() throws Exception {
        if (!process.waitFor(LONGEST.toSeconds() + 5, TimeUnit.SECONDS)) {
            throw new AssertionError("sipp did not end: " + text("log"));
        }
        String errors = text("errors");
        return new Outcome(process.exitValue(), errors.isEmpty() && process.exitValue() != 0 ? text("log") : errors);
    }

    /** Every message that went to and fro so far. */
    public String messages() throws IOException {
        return text("messages");
    }

    private String text(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }

    @Override
    public void close() throws Exception {
        process.destroyForcibly().waitFor();
    }
}
