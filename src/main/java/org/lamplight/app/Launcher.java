package org.lamplight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.core.Threads;

/**
 * Starts the client in a JVM of its own, with the flags that every launcher of Lamplight gives, and ends as it ends. The
 * build's default goal runs it; the first argument is the jar.
 */
public final class Launcher {
    /** One small heap, one collector thread, the quick compiler alone: measured best for a client (see the README). */
    static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-Xmx256m",
            "-Xmn24m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:+IgnoreUnrecognizedVMOptions");

    private Launcher() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-jar");
        command.addAll(Arrays.asList(args));
        Process client = new ProcessBuilder(command).inheritIO().start();
        Thread ending = Threads.atExit(client::destroy);
        int exit = client.waitFor();
        if (exit != 0) {
            System.exit(exit);
        }
        Runtime.getRuntime().removeShutdownHook(ending);
    }
}
