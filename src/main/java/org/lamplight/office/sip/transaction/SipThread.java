package org.lamplight.office.sip.transaction;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which all of the server's state lives, and its clock. Thread-safe. What goes wrong in one piece of
 * work harms no other.
 */
public final class SipThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SipThread.class);
    private static final int MOST_WAITING = 5_000;

    private final ScheduledThreadPoolExecutor thread;
    private final CountDownLatch opened = new CountDownLatch(1);

    public SipThread() {
        thread = new ScheduledThreadPoolExecutor(1, SipThread::daemon, new ThreadPoolExecutor.DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
        run(this::awaitOpening);
    }

    private void awaitOpening() {
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins: what came so far has waited until everything was in its place. */
    public void open() {
        opened.countDown();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "office-sip");
        thread.setDaemon(true);
        return thread;
    }

    /** As soon as possible. */
    public void run(Runnable work) {
        thread.execute(() -> safely(work));
    }

    /** Later. */
    public Future<?> later(Duration delay, Runnable work) {
        return thread.schedule(() -> safely(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether so much waits that datagrams are better dropped: their senders send again. */
    public boolean isFlooded() {
        return thread.getQueue().size() > MOST_WAITING;
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("a piece of work failed", e);
        }
    }

    /** What waits is dropped. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
