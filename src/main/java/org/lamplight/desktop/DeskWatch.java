package org.lamplight.desktop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the desk every few seconds, on a thread of its own, and reports what changes own presence: since when there has
 * been no input, and since when the screen has been locked. While nothing changes it says nothing.
 */
public final class DeskWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskWatch.class);
    private static final Duration LET_GO = Duration.ofSeconds(2);

    private final ScheduledExecutorService thread = Threads.single("desk");
    private final Pace pace;
    private final Clock clock;
    private final DeskReports reports;
    private final long begun;

    // ---- all of the watcher's thread
    private final IdleSense idleSense;
    private final LockState lock = new LockState();
    private final ClockJumps jumps;
    private final DesktopParts parts;
    private @Nullable Instant lockedSince;
    private @Nullable Future<?> next;
    private long lastLook;
    private boolean wantsIdle;
    private boolean wantsLock;

    /** Looks at this machine's desktop from the first {@link #use} on. */
    public DeskWatch(Clock clock, DeskReports reports) {
        this(DesktopParts.ofThisMachine(), Pace.USUAL, clock, reports, System.nanoTime());
    }

    /** @param begun by {@link System#nanoTime}: whoever was idle before counts as there until then */
    DeskWatch(DesktopParts parts, Pace pace, Clock clock, DeskReports reports, long begun) {
        this.parts = parts;
        this.pace = pace;
        this.clock = clock;
        this.reports = reports;
        this.idleSense = new IdleSense(pace.idleFrom(), reports);
        this.begun = begun;
        this.lastLook = System.nanoTime();
        this.jumps = new ClockJumps(clock.instant(), lastLook);
        Threads.post(thread, this::open);
    }

    private void open() {
        try {
            parts.open(new LockReports(), thread);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Lock and sleep can't be watched on this desktop", e);
        }
    }

    /** What counts from now on; what no longer does is forgotten. From any thread. */
    public void use(boolean idle, boolean locked) {
        Threads.post(thread, () -> {
            wantsIdle = idle;
            wantsLock = locked;
            look();
        });
    }

    private void look() {
        if (next != null) {
            next.cancel(false);
        }
        try {
            lookOnce();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The desk could not be looked at", e);
        }
        Duration pause = idleSense.isIdle() || lock.isLocked() ? pace.whileIdle() : pace.whileActive();
        next = thread.schedule(this::look, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void lookOnce() {
        Instant now = clock.instant();
        long nanos = System.nanoTime();
        Duration jump = jumps.look(now, nanos);
        if (lockedSince != null && !jump.isZero() && !lock.isAsleep()) {
            tellLocked(lockedSince.plus(jump));
        }
        Duration sinceLastLook = Duration.ofNanos(nanos - lastLook);
        lastLook = nanos;
        lookAtInput(now, sinceLastLook);
        lookAtLock(now);
    }

    private void lookAtInput(Instant now, Duration sinceLastLook) {
        Duration idle = wantsIdle || lock.isLocked() ? parts.idleClock().idle().orElse(null) : null;
        if (idle != null) {
            lock.look(idle, sinceLastLook);
        }
        if (idle == null || !wantsIdle) {
            idleSense.silence();
        } else {
            idleSense.look(shorter(idle, Duration.ofNanos(System.nanoTime() - begun)), now);
        }
    }

    /** Whoever started the program was there. */
    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private void lookAtLock(Instant now) {
        boolean locked = wantsLock && lock.isLocked();
        if (locked && lockedSince == null) {
            tellLocked(now);
        } else if (!locked && lockedSince != null) {
            lockedSince = null;
            reports.forget(Source.LOCK);
        }
    }

    private void tellLocked(Instant since) {
        lockedSince = since;
        reports.observe(Observation.of(Source.LOCK, Status.AWAY).since(since));
    }

    /** What lock and sleep say; on the watcher's thread. */
    private final class LockReports implements LockListener {
        @Override
        public void asked() {
            lock.asked();
            look();
        }

        @Override
        public void unlocked() {
            lock.unlocked();
            look();
        }

        @Override
        public void hinted(boolean locked) {
            lock.hinted(locked);
            look();
        }

        @Override
        public void saver(String name, boolean active) {
            lock.saver(name, active);
            look();
        }

        @Override
        public void asleep(boolean sleeps) {
            if (!sleeps) {
                jumps.look(clock.instant(), System.nanoTime());
                idleSense.awoke();
            }
            lock.asleep(sleeps);
            look();
        }
    }

    @Override
    public void close() {
        Threads.end(thread, parts::close, LET_GO);
    }
}
