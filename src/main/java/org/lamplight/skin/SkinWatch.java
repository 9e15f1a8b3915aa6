package org.lamplight.skin;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the skin in use anew when one of its files is saved. Works on a thread of its own until closed. */
public final class SkinWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SkinWatch.class);
    private static final int DEPTH = 3;

    /** Programs save in several steps: wait until nothing more comes, but not for ever. */
    private static final long QUIET_MILLIS = 100;

    private static final long LONGEST_MILLIS = 500;

    private final Skins skins;
    private final WatchService watcher;

    /** Watches from now on; makes the profile's folder of skins, to see what comes into it. Throws if it can't watch. */
    public SkinWatch(Skins skins) throws IOException {
        this.skins = skins;
        Path own = skins.places().own();
        if (own != null) {
            Files.createDirectories(own);
        }
        this.watcher = FileSystems.getDefault().newWatchService();
        skins.places().all().forEach(this::watchAll);
        Threads.daemon("skins", this::run);
    }

    private void watchAll(Path place) {
        if (!Files.isDirectory(place)) {
            return;
        }
        try (Stream<Path> folders = Files.walk(place, DEPTH)) {
            for (Path folder : (Iterable<Path>) folders.filter(Files::isDirectory)::iterator) {
                folder.register(
                        watcher,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            LOG.warn("Changes in {} will not show by themselves", place, unreadable);
        }
    }

    private void run() {
        try {
            while (true) {
                WatchKey changed = watcher.take();
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
                while (changed != null) {
                    changed.pollEvents();
                    changed.reset();
                    changed = System.nanoTime() > end ? null : watcher.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
                }
                skins.places().all().forEach(this::watchAll);
                readAnew();
            }
        } catch (ClosedWatchServiceException closed) {
            LOG.trace("no longer watching", closed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAnew() {
        try {
            skins.readAnew();
        } catch (IllegalArgumentException gone) {
            // its folder is gone: what was read of it stays until another is chosen
            LOG.info("{}", gone.getMessage());
        }
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
