package org.lamplight.secrets;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the user's own command and takes the first line it prints as the password. Blocking, ten seconds at most. */
final class PasswordCommand {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordCommand.class);
    private static final int LONGEST = 4096;
    private static final int SECONDS = 10;

    private PasswordCommand() {}

    static Optional<char[]> run(String command) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        List<String> words = windows ? List.of("cmd", "/c", command) : List.of("/bin/sh", "-c", command);
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
            byte[] printed = process.getInputStream().readNBytes(LONGEST);
            if (process.waitFor() != 0) {
                LOG.warn("The password command failed, with {}", process.exitValue());
                return Optional.empty();
            }
            return firstLine(printed);
        } catch (IOException e) {
            LOG.warn("The password command could not be run", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<char[]> firstLine(byte[] printed) {
        CharBuffer text = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(printed));
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        char[] line = new char[end];
        text.get(line);
        Arrays.fill(printed, (byte) 0);
        return end == 0 ? Optional.empty() : Optional.of(line);
    }
}
