package org.lamplight.lab;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Waits until something holds: asks again at each event, and a few times a second besides. */
public final class Await {
    private static final long ASK_EVERY_MS = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition happened = lock.newCondition();
    private long events;

    /** Something happened: look again. From any thread. */
    public void look() {
        lock.lock();
        try {
            events++;
            happened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how long it took; throws with what was wanted where it takes longer than {@code most}. */
    public Duration until(String what, Duration most, Callable<Boolean> holds) throws Exception {
        long begin = System.nanoTime();
        while (true) {
            long seen = count();
            if (holds.call()) {
                return Duration.ofNanos(System.nanoTime() - begin);
            }
            long left = most.toNanos() - (System.nanoTime() - begin);
            if (left <= 0) {
                throw new AssertionError("not within " + most.toMillis() + " ms: " + what);
            }
            sleepUntilEvent(seen, Math.min(left, TimeUnit.MILLISECONDS.toNanos(ASK_EVERY_MS)));
        }
    }

    private long count() {
        lock.lock();
        try {
            return events;
        } finally {
            lock.unlock();
        }
    }

    private void sleepUntilEvent(long seen, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (events == seen && left > 0) {
                left = happened.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
