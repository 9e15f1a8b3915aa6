package org.lamplight.bench;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.lamplight.control.ControlClient;

/** The real client in a process of its own, driven and measured from outside. */
final class BenchClient implements AutoCloseable {
    private static final long DEADLINE_S = 120;
    private static final long TICKS_PER_SECOND = 100;

    private final Process process;
    private final long begun = System.nanoTime();
    private final ControlClient control;

    BenchClient(Path jar, List<String> flags, Path profile) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString(), "--profile", profile.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(profile.toFile(), "output.txt"))
                .start();
        control = connect(profile.resolve("control"));
    }

    private ControlClient connect(Path file) {
        return await(() -> ControlClient.connect(file).orElse(null));
    }

    private interface Look<T> {
        T now() throws IOException;
    }

    private static <T> T await(Look<T> look) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_S);
        while (System.nanoTime() < end) {
            try {
                T seen = look.now();
                if (seen != null) {
                    return seen;
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        throw new IllegalStateException("not within " + DEADLINE_S + " s");
    }

    /** The lines that a command prints; throws where it is refused. */
    List<JsonObject> run(String... words) throws IOException {
        List<JsonObject> lines = new ArrayList<>();
        ControlClient.End end = control.run(List.of(words), "", 60_000, lines::add);
        if (end.exit() != 0) {
            throw new IOException(end.error());
        }
        return lines;
    }

    /** Milliseconds from the start of the process until its health is as wanted and the EDT has nothing left to do. */
    long msUntil(Predicate<JsonObject> health) {
        await(() -> health.test(run("health").get(0)) ? true : null);
        long seen = System.nanoTime();
        try {
            run("windows");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return TimeUnit.NANOSECONDS.toMillis(Math.max(seen, System.nanoTime()) - begun);
    }

    /** Waits until its account is online. */
    void awaitOnline() {
        await(() -> run("accounts").stream()
                        .anyMatch(one -> one.get("state").getAsString().equals("online"))
                ? true
                : null);
    }

    /** Waits until the newest message of a talk begins like this. */
    void awaitMessage(String peer, String begin) {
        await(() -> run("chat", "history", peer, "--limit", "1").stream()
                        .anyMatch(one -> one.get("text").getAsString().startsWith(begin))
                ? true
                : null);
    }

    /** Milliseconds until this person has this note. */
    long msUntilNote(String person, String note) {
        long from = System.nanoTime();
        await(() -> run("people", person).stream()
                        .anyMatch(one ->
                                one.has("note") && one.get("note").getAsString().equals(note))
                ? true
                : null);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
    }

    JsonObject health() throws IOException {
        return run("health").get(0);
    }

    /** User and system time so far, in seconds (proc(5)). */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_PER_SECOND;
    }

    /** Resident memory, as the kernel counts it, in MiB. */
    long residentMiB() throws IOException {
        return kib("/proc/" + process.pid() + "/status", "VmRSS:") / 1024;
    }

    /** The same with shared pages divided among those who share them, in MiB. */
    long proportionalMiB() throws IOException {
        return kib("/proc/" + process.pid() + "/smaps_rollup", "Pss:") / 1024;
    }

    private static long kib(String file, String field) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.replaceAll("\\D+", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        run("quit");
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        control.close();
    }
}
