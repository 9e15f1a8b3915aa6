package org.lamplight.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lamplight.core.Threads;

/** Another program whose window has the keyboard: xev, which tells what it gets. */
public final class OtherProgram implements AutoCloseable {
    private static final Duration MOST = Duration.ofSeconds(10);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Await await = new Await();
    private final Process process;

    public OtherProgram() throws Exception {
        process = Children.start(
                new ProcessBuilder("xev", "-event", "keyboard", "-event", "focus", "-geometry", "200x150+900+50")
                        .redirectErrorStream(true));
        Threads.daemon("other program", this::read);
        awaitTold("FocusIn");
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                told.add(line);
                await.look();
            }
        } catch (IOException | UncheckedIOException ended) {
            await.look();
        }
    }

    /** Waits until it was told this. */
    public void awaitTold(String part) throws Exception {
        await.until(part, MOST, () -> hasTold(part));
    }

    /** The same, while this is done again and again. */
    public void awaitTold(String part, Runnable again) throws Exception {
        await.until(part, MOST, () -> {
            if (!hasTold(part)) {
                again.run();
            }
            return hasTold(part);
        });
    }

    public boolean hasTold(String part) {
        return told.stream().anyMatch(line -> line.contains(part));
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
    }
}
