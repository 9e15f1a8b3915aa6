package org.lamplight.core;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The core thread: all domain state changes here, in the order in which changes were posted. It does no I/O.
 *
 * <p>A task that throws is logged with its cause and harms no other. After {@link #close} tasks are dropped silently, so
 * that a library thread that reports late needs no care.
 */
public final class CoreThread implements Executor, AutoCloseable {
    /** Who waits for longer is called then, looks at the clock and waits again. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(CoreThread.class);

    /** Undoes a {@link #later}; calling it twice, or after the task ran, does nothing. */
    public interface Timer {
        void cancel();
    }

    private final ScheduledExecutorService thread = Threads.single(Threads.CORE);

    /** Runs the task on core, later than all that was posted before. From any thread. */
    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(() -> run(task));
        } catch (RejectedExecutionException closed) {
            LOG.trace("dropped after the end", closed);
        }
    }

    /** Runs the task on core after this delay (not before). From any thread. */
    public Timer later(Duration delay, Runnable task) {
        try {
            Duration wait = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
            var future = thread.schedule(() -> run(task), Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            LOG.trace("dropped after the end", closed);
            return () -> {};
        }
    }

    /** Asks core; the future completes there, so whoever waits for it must not be core or the EDT. From any thread. */
    public <T> CompletableFuture<T> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, this);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error bug) {
            LOG.error("A task on the core thread failed", bug);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
