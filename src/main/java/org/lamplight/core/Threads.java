package org.lamplight.core;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where threads are made and where entry guards stand.
 *
 * <p>A guard throws when the system property {@code lamplight.guards} is {@code throw} (tests set it); in a user's hands
 * it writes one line to the log, for a wrong thread is our bug and no reason to stop a call.
 */
public final class Threads {
    static final String CORE = "core";
    private static final boolean STRICT = "throw".equals(System.getProperty("lamplight.guards"));
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private Threads() {}

    /** Throws (see the class) unless the caller runs on the core thread. */
    public static void requireCore() {
        require(CORE.equals(Thread.currentThread().getName()), "the core thread");
    }

    /** States that {@code right} thread is expected here; {@code wanted} names it in the message. */
    public static void require(boolean right, String wanted) {
        if (right) {
            return;
        }
        IllegalStateException wrong =
                new IllegalStateException("runs on " + Thread.currentThread().getName() + " but belongs on " + wanted);
        if (STRICT) {
            throw wrong;
        }
        LOG.error("A piece of work ran on the wrong thread", wrong);
    }

    /** Runs the task there, unless that thread was ended: what is told late needs no care. */
    public static void post(Executor thread, Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException ended) {
            LOG.trace("after the end", ended);
        }
    }

    /** Does the task the first time that it is asked to, and nothing after that. From any thread. */
    public static Runnable once(Runnable task) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                task.run();
            }
        };
    }

    /** A started daemon thread with this name. */
    public static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Ends a thread after one last task, for which it waits at most this long; what waits behind it is not done any more.
     * Does nothing more the second time.
     */
    public static void end(ExecutorService thread, Runnable last, Duration most) {
        try {
            thread.submit(last).get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException ended) {
            LOG.trace("ended twice", ended);
        } catch (ExecutionException | TimeoutException undone) {
            LOG.warn("The last task of a thread was not done in {}", most, undone);
        }
        thread.shutdownNow();
    }

    /** Has the JVM do something before it ends. Returns what {@link Runtime#removeShutdownHook} takes back. */
    public static Thread atExit(Runnable work) {
        Thread thread = new Thread(work, "shutdown");
        Runtime.getRuntime().addShutdownHook(thread);
        return thread;
    }

    /** Keeps the JVM running until the latch opens, for all other threads here are daemons. */
    public static void stayAlive(CountDownLatch until) {
        new Thread(
                        () -> {
                            try {
                                until.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "alive")
                .start();
    }

    /** One named daemon thread that runs its tasks in order, now or later. */
    public static ScheduledExecutorService single(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, factory(name));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }

    /** Named daemon threads, as many as there are tasks at a time; idle ones end after a minute. */
    public static ExecutorService pool(String name) {
        return Executors.newCachedThreadPool(factory(name));
    }

    private static ThreadFactory factory(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
