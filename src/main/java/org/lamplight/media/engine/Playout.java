package org.lamplight.media.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.core.Threads;
import org.lamplight.media.device.Loudspeaker;
import org.lamplight.media.mix.MixMinus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that plays: every 10 ms it asks each call and each tone for its sound and gives the sum to the loudspeaker.
 * Its clock is the machine's, with absolute deadlines, so that a call goes on where there is no device, or one that hangs.
 * The thread lives while there is anything to ask. For any thread.
 */
final class Playout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Playout.class);
    private static final int FRAME = 480;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** Later than this it is not made up for: the machine slept. */
    private static final long LATEST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** A loudspeaker with nothing to say for so many frames is closed. */
    private static final int REST_FRAMES = 100;

    /** Something that sounds. */
    @FunctionalInterface
    interface Part {
        /** Its next 10 ms at 48 kHz; empty if the loudspeaker is not to play them. On the playing thread. */
        Optional<short[]> next();
    }

    private final Map<Use, List<Part>> parts = new EnumMap<>(Use.class);
    private final Map<Use, Loudspeaker> speakers;
    private final Runnable afterAll;
    private final Map<Use, Integer> quiet = new EnumMap<>(Use.class);
    private boolean running;
    private volatile boolean closed;

    /** With the loudspeakers for listening and ringing; {@code afterAll} runs each time when all were asked. */
    Playout(Map<Use, Loudspeaker> speakers, Runnable afterAll) {
        this.speakers = new EnumMap<>(speakers);
        this.afterAll = afterAll;
        speakers.keySet().forEach(use -> parts.put(use, new CopyOnWriteArrayList<>()));
    }

    synchronized void add(Use use, Part part) {
        of(use).add(part);
        if (!running && !closed) {
            running = true;
            Threads.daemon("sound", this::run);
        }
    }

    synchronized void remove(Part part) {
        parts.values().forEach(list -> list.remove(part));
    }

    private List<Part> of(Use use) {
        return parts.getOrDefault(use, List.of());
    }

    private synchronized boolean ends() {
        running = !closed && parts.values().stream().anyMatch(list -> !list.isEmpty());
        return !running;
    }

    private void run() {
        long due = System.nanoTime();
        while (!ends()) {
            speakers.forEach(this::play);
            afterAll.run();
            due += STEP_NANOS;
            if (System.nanoTime() - due > LATEST_NANOS) {
                due = System.nanoTime();
            }
            while (!closed && System.nanoTime() - due < 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
        speakers.values().forEach(Loudspeaker::rest);
    }

    private void play(Use use, Loudspeaker speaker) {
        List<short[]> sounds = new ArrayList<>();
        for (Part part : of(use)) {
            next(part).ifPresent(sound -> sounds.add(sound));
        }
        if (!sounds.isEmpty()) {
            quiet.put(use, 0);
            speaker.play(sounds.size() == 1 ? sounds.get(0) : MixMinus.all(sounds));
        } else if (quiet.merge(use, 1, Integer::sum) > REST_FRAMES) {
            speaker.rest();
        }
    }

    /** A part that fails is silent; the others are not. */
    private static Optional<short[]> next(Part part) {
        try {
            return part.next().filter(sound -> sound.length == FRAME);
        } catch (RuntimeException bug) {
            LOG.warn("A sound could not be had", bug);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
