package org.lamplight.xmpp.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.profile.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far an account's archive (XEP-0313) is in the history here. Kept over runs in one file, written soon after a change;
 * one that is too old costs only time, for what is known already is not shown again.
 */
public final class ArchiveMark {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveMark.class);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final int WRITE_AFTER_MS = 500;

    /**
     * A message of an archive, up to which all is known.
     *
     * @param id the archive's own for it, or null where only the time is known
     */
    public record Place(@Nullable String id, Instant at) {}

    private final Path file;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean writing = new AtomicBoolean();
    private final Deque<Step> ahead = new ArrayDeque<>();
    private volatile Place place;

    /** A place to go on to once what is there is kept, and its sender knows. */
    private record Step(Place place, CompletableFuture<?> kept) {}

    /** Of an account that was never signed in to: what comes from now on. Reads the file. */
    public ArchiveMark(Path folder, ScheduledExecutorService thread) {
        this.file = folder.resolve("archive");
        this.thread = thread;
        this.place = read();
    }

    /** From any thread. */
    public Place place() {
        return place;
    }

    /**
     * All up to here is in the history once this is complete, and all that was told before. What can't be kept stops it
     * here, until the archive was read again. From any thread.
     */
    public void reach(String id, Instant at, CompletableFuture<?> kept) {
        synchronized (this) {
            ahead.add(new Step(new Place(id, at), kept));
        }
        kept.whenComplete((done, failed) -> goOn());
    }

    private synchronized void goOn() {
        while (!ahead.isEmpty() && ahead.element().kept().isDone()) {
            Step next = ahead.remove();
            if (next.kept().isCompletedExceptionally()) {
                ahead.clear();
            } else {
                place = next.place();
                writeSoon();
            }
        }
    }

    /** The archive does not know the message any more; the time is left. From any thread. */
    synchronized void forgetId() {
        ahead.clear();
        place = new Place(null, place.at().minus(CLOCKS_DIFFER));
    }

    private Place read() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() == 2) {
                Instant at = Instant.parse(lines.get(1));
                String id = PlainText.xml(lines.get(0));
                Instant now = Instant.now();
                if (!id.isEmpty() || (at.isAfter(Instant.EPOCH) && at.isBefore(now.plus(ONE_DAY)))) {
                    // The clock was wrong then or is wrong now: what the archive calls it says where it is all the same
                    return new Place(id.isEmpty() ? null : id, at.isBefore(now) ? at : now);
                }
            }
        } catch (IOException | DateTimeException e) {
            LOG.info("How far the archive was read is not known", e);
        }
        writeSoon();
        return new Place(null, Instant.now().minus(CLOCKS_DIFFER));
    }

    private void writeSoon() {
        if (writing.compareAndSet(false, true)) {
            try {
                thread.schedule(this::write, WRITE_AFTER_MS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException ended) {
                LOG.trace("after the end", ended);
            }
        }
    }

    /** Blocking. */
    public void write() {
        writing.set(false);
        Place now = place;
        try {
            WholeFile.write(file, (now.id() == null ? "" : now.id()) + "\n" + now.at() + "\n");
        } catch (IOException e) {
            LOG.info("How far the archive was read can't be kept; the next start takes longer", e);
        }
    }
}
