package org.lamplight.profile;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices when a file is saved, made or deleted. Works on a thread of its own until closed. */
public final class FileWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    /** Programs save in several steps: wait until nothing more comes. */
    private static final long QUIET_NANOS = 150_000_000;

    private static final long LONGEST_NANOS = 600_000_000;

    private final Path file;
    private final Runnable changed;
    private final WatchService watcher;

    /**
     * Watches from now on.
     *
     * @param file in a folder that exists
     * @param changed is called on the watch's own thread, and may read files
     * @throws IOException if the system can't watch the folder
     */
    public FileWatch(Path file, Runnable changed) throws IOException {
        this.file = file;
        this.changed = changed;
        this.watcher = FileSystems.getDefault().newWatchService();
        Objects.requireNonNull(file.toAbsolutePath().getParent())
                .register(
                        watcher,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
        Threads.daemon("watch " + file.getFileName(), this::run);
    }

    private void run() {
        try {
            while (true) {
                if (concernsTheFile(watcher.take())) {
                    awaitQuiet();
                    changed.run();
                }
            }
        } catch (ClosedWatchServiceException closed) {
            LOG.trace("no longer watching", closed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Other files of the folder may never be quiet: only this one is waited for, and not for ever. */
    private void awaitQuiet() throws InterruptedException {
        long begun = System.nanoTime();
        long quiet = begun;
        long now = begun;
        while (now - quiet < QUIET_NANOS && now - begun < LONGEST_NANOS) {
            WatchKey key = watcher.poll(QUIET_NANOS - (now - quiet), TimeUnit.NANOSECONDS);
            now = System.nanoTime();
            if (key != null && concernsTheFile(key)) {
                quiet = now;
            }
        }
    }

    private boolean concernsTheFile(WatchKey key) {
        boolean ours = key.pollEvents().stream().anyMatch(this::concernsTheFile);
        key.reset();
        return ours;
    }

    private boolean concernsTheFile(WatchEvent<?> event) {
        return event.kind() == StandardWatchEventKinds.OVERFLOW
                || file.getFileName().equals(event.context());
    }

    @Override
    public void close() {
        try {
            watcher.close();
        } catch (IOException failed) {
            LOG.debug("still watching", failed);
        }
    }
}
