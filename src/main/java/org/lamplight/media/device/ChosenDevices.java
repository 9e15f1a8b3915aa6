package org.lamplight.media.device;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.AudioDevices;
import org.lamplight.core.Threads;
import org.lamplight.media.device.SoundSystem.Way;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices that were chosen, by name, and which of them are there. The list is made on a thread of its own, which may
 * hang in a sound server without holding up anybody for longer than two seconds, and then not again. For any thread.
 */
public final class ChosenDevices implements AudioDevices, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChosenDevices.class);
    private static final long LIMIT_MILLIS = 2_000;
    private static final long WATCH_MILLIS = 1_000;

    /** What is there: nothing at all, or a default device and those with names. */
    private record Found(boolean any, List<String> names) {
        static final Found NOTHING = new Found(false, List.of());
    }

    private final SoundSystem system;
    private final Consumer<Use> changed;
    private final Map<Use, String> chosen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker = Threads.single("sound-devices");
    private volatile Map<Way, Found> found = Map.of();
    private @Nullable Future<?> listing;
    private boolean hangs;
    private int needs;
    private boolean closed;
    private @Nullable ScheduledFuture<?> watching;

    /** {@code changed} hears when another device is to be used, from whatever thread finds out. */
    public ChosenDevices(SoundSystem system, Consumer<Use> changed) {
        this.system = system;
        this.changed = changed;
    }

    private static Way way(Use use) {
        return use == Use.SPEAK ? Way.IN : Way.OUT;
    }

    @Override
    public List<String> names(Use use) {
        list();
        Found now = found(use);
        List<String> names = new ArrayList<>();
        if (now.any()) {
            names.add(DEFAULT);
            names.addAll(now.names());
        }
        return List.copyOf(names);
    }

    private Found found(Use use) {
        return found.getOrDefault(way(use), Found.NOTHING);
    }

    private void list() {
        Future<?> now = begun();
        try {
            now.get(hangs() ? 0 : LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            hang();
        } catch (ExecutionException broken) {
            LOG.warn("The sound devices cannot be listed", broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Future<?> begun() {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        if (listing == null || listing.isDone()) {
            hangs = false;
            listing = worker.submit(this::find);
        }
        return listing;
    }

    private synchronized boolean hangs() {
        return hangs;
    }

    private synchronized void hang() {
        if (!hangs) {
            hangs = true;
            LOG.warn("The sound system does not answer, so calls go on without its devices");
        }
    }

    private void find() {
        Map<Use, String> before = inUse();
        Map<Way, Found> now = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            List<String> names = system.names(way);
            now.put(way, new Found(!names.isEmpty() || system.isThere(way), names));
        }
        found = now;
        inUse().forEach((use, name) -> {
            if (!name.equals(before.get(use))) {
                LOG.info("The device to {} is now {}", use.word(), name);
                changed.accept(use);
            }
        });
    }

    @Override
    public String chosen(Use use) {
        return chosen.getOrDefault(use, DEFAULT);
    }

    @Override
    public void choose(Use use, String name) {
        if (!name.equals(chosen.put(use, name))) {
            changed.accept(use);
        }
    }

    /** The device that is to be open: the chosen one while it is there, otherwise the default one. */
    public String inUse(Use use) {
        String name = chosen(use);
        return found(use).names().contains(name) ? name : DEFAULT;
    }

    /** From now on looks every second whether devices come or go, until as many times {@link #leave} was called. */
    public synchronized void need() {
        needs++;
        if (watching == null && !closed) {
            watching = worker.scheduleWithFixedDelay(this::look, 0, WATCH_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** One needs the devices no longer. */
    public synchronized void leave() {
        needs--;
        if (needs <= 0 && watching != null) {
            watching.cancel(false);
            watching = null;
        }
    }

    /** A task that throws would not be run again. */
    private void look() {
        try {
            find();
        } catch (RuntimeException | LinkageError broken) {
            LOG.warn("The sound devices cannot be listed", broken);
        }
    }

    private Map<Use, String> inUse() {
        Map<Use, String> all = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            all.put(use, inUse(use));
        }
        return all;
    }

    @Override
    public synchronized void close() {
        closed = true;
        worker.shutdownNow();
    }
}
