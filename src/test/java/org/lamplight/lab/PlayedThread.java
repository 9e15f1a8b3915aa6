package org.lamplight.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread on which what is to be repeated waits for a test to put the time forward; all else goes as ever. */
public final class PlayedThread extends ScheduledThreadPoolExecutor {
    private final List<Repeated> repeated = new ArrayList<>();
    private long now;

    private final class Repeated {
        final Runnable task;
        final long every;
        final ScheduledFuture<?> handle;
        long next;

        Repeated(Runnable task, long first, long every, ScheduledFuture<?> handle) {
            this.task = task;
            this.every = every;
            this.handle = handle;
            this.next = now + first;
        }
    }

    public PlayedThread() {
        super(1);
    }

    @Override
    public synchronized ScheduledFuture<?> scheduleWithFixedDelay(
            Runnable task, long first, long every, TimeUnit unit) {
        ScheduledFuture<?> handle = schedule(() -> {}, 1, TimeUnit.DAYS);
        repeated.add(new Repeated(task, unit.toMillis(first), unit.toMillis(every), handle));
        return handle;
    }

    /** Does all that is due until then, here and now. */
    public synchronized void forward(long time, TimeUnit unit) {
        long until = now + unit.toMillis(time);
        while (now < until) {
            now = Math.min(until, now + 1_000);
            repeated.removeIf(one -> one.handle.isCancelled());
            for (Repeated one : List.copyOf(repeated)) {
                if (one.next <= now && !one.handle.isCancelled()) {
                    one.task.run();
                    one.next = now + one.every;
                }
            }
        }
    }
}
