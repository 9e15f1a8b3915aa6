package org.lamplight.xmpp.rooms;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How long an entry may take, and when the next is tried: later each time. On the session's thread. */
final class EntryTimer {
    private static final Duration ENTRY_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final RoomContext on;
    private Duration wait = FIRST_WAIT;
    private @Nullable Future<?> next;

    EntryTimer(RoomContext on) {
        this.on = on;
    }

    /** We try to enter; this runs unless the timer is stopped in time. */
    void entering(Runnable silent) {
        start(silent, ENTRY_TIMEOUT);
    }

    /** We are in: the next time begins with a short wait. */
    void entered() {
        stop();
        wait = FIRST_WAIT;
    }

    void again(Runnable attempt) {
        start(attempt, wait);
        Duration longer = wait.multipliedBy(2);
        wait = longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }

    private void start(Runnable task, Duration after) {
        stop();
        next = on.thread().schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        if (next != null) {
            next.cancel(false);
        }
    }
}
