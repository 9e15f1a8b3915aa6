package org.lamplight.media.file;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WAV file that is written on another thread, so that a slow disk is never heard. For any thread, one piece after the
 * other; nothing here waits or throws. What cannot be written is told once to the log.
 */
public final class WavTape implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WavTape.class);
    /** Pieces that may wait for the disk: ten seconds of sound. Then it is too slow, and the rest is left out. */
    private static final int MOST_WAITING = 1_000;

    /** Begins the file; called on the disk's thread. */
    @FunctionalInterface
    public interface Beginning {
        /** The file, begun. */
        WavWriter open() throws IOException;
    }

    private final Executor disk;
    private final String name;
    private final AtomicInteger waiting = new AtomicInteger();
    /** Belongs to the disk's thread. */
    private @Nullable WavWriter writer;

    private boolean broken;
    private volatile boolean closed;

    /** Begins at once; {@code disk} runs its tasks in order, {@code name} is for the log. */
    public WavTape(String name, Beginning beginning, Executor disk) {
        this.name = name;
        this.disk = disk;
        post(() -> writer = beginning.open());
    }

    /** Appends these samples, which are not to be changed any more. */
    public void write(short[] samples) {
        if (closed || waiting.get() >= MOST_WAITING) {
            return;
        }
        waiting.incrementAndGet();
        post(() -> {
            waiting.decrementAndGet();
            if (writer != null) {
                writer.write(samples);
            }
        });
    }

    /** Ends the file; it is whole as soon as the disk is through with what was given before. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Threads.post(disk, this::end);
        }
    }

    private void end() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException full) {
            tell(full);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void post(Work work) {
        Threads.post(disk, () -> {
            try {
                if (!broken) {
                    work.run();
                }
            } catch (IOException | RuntimeException failed) {
                broken = true;
                tell(failed);
            }
        });
    }

    private void tell(Exception failed) {
        LOG.warn("{} cannot be written: {}", name, failed.toString());
    }
}
