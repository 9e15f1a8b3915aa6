package org.lamplight.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices when files are saved, made or deleted. Works on a thread of its own until closed. */
public final class FileWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    /** Programs save in several steps: wait until nothing more comes. */
    private static final long QUIET_NANOS = 100_000_000;

    /** But not for ever, where something is always being written. */
    private static final long LONGEST_NANOS = 500_000_000;

    private final List<Path> places;
    private final int depth;
    private final Predicate<WatchEvent<?>> concerns;
    private final Runnable changed;
    private final WatchService watcher = FileSystems.getDefault().newWatchService();

    private FileWatch(String thread, List<Path> places, int depth, Predicate<WatchEvent<?>> concerns, Runnable changed)
            throws IOException {
        this.places = places;
        this.depth = depth;
        this.concerns = concerns;
        this.changed = changed;
        register();
        Threads.daemon(thread, this::run);
    }

    /**
     * Watches one file from now on; others in its folder may never be quiet, and are not waited for.
     *
     * @param file in a folder that exists
     * @param changed is called on the watch's own thread, and may read files
     * @throws IOException if the system can't watch the folder
     */
    public static FileWatch of(Path file, Runnable changed) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return new FileWatch(
                "watch " + file.getFileName(),
                List.of(folder),
                0,
                event -> event.kind() == StandardWatchEventKinds.OVERFLOW
                        || file.getFileName().equals(event.context()),
                changed);
    }

    /**
     * Watches everything in these folders from now on, those within them too, also new ones.
     *
     * @param depth how many levels of folders below each
     * @param changed is called on the watch's own thread, and may read files
     * @throws IOException if the system can't watch anything
     */
    public static FileWatch of(String name, List<Path> places, int depth, Runnable changed) throws IOException {
        return new FileWatch(name, places, depth, event -> true, changed);
    }

    /** What is watched already stays so. */
    private void register() {
        for (Path place : places) {
            try (Stream<Path> folders = Files.isDirectory(place) ? Files.walk(place, depth) : Stream.empty()) {
                for (Path folder : (Iterable<Path>) folders.filter(Files::isDirectory)::iterator) {
                    folder.register(
                            watcher,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                }
            } catch (IOException | UncheckedIOException unreadable) {
                LOG.warn("Changes in {} will not show by themselves", place, unreadable);
            }
        }
    }

    private void run() {
        try {
            while (true) {
                if (concerns(watcher.take())) {
                    awaitQuiet();
                    register();
                    changed.run();
                }
            }
        } catch (ClosedWatchServiceException closed) {
            LOG.trace("no longer watching", closed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitQuiet() throws InterruptedException {
        long begun = System.nanoTime();
        long quiet = begun;
        long now = begun;
        while (now - quiet < QUIET_NANOS && now - begun < LONGEST_NANOS) {
            WatchKey key = watcher.poll(QUIET_NANOS - (now - quiet), TimeUnit.NANOSECONDS);
            now = System.nanoTime();
            if (key != null && concerns(key)) {
                quiet = now;
            }
        }
    }

    private boolean concerns(WatchKey key) {
        boolean ours = key.pollEvents().stream().anyMatch(concerns);
        key.reset();
        return ours;
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
