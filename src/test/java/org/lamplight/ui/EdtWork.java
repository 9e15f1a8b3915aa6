package org.lamplight.ui;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures how much one event makes the EDT work: its own time on the processor, whatever else the machine does. Make
 * every window before it: AssertJ Swing's robot remembers the queue in which a window was made, and waits ten seconds
 * each time for one that is gone.
 */
public final class EdtWork implements AutoCloseable {
    private final AtomicLong longestNanos = new AtomicLong();
    private final Measured queue = new Measured();

    public EdtWork() {
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(queue);
    }

    public long longestMs() {
        return longestNanos.get() / 1_000_000;
    }

    @Override
    public void close() {
        queue.end();
    }

    private final class Measured extends EventQueue {
        @Override
        protected void dispatchEvent(AWTEvent event) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            super.dispatchEvent(event);
            long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
            longestNanos.accumulateAndGet(took, Math::max);
        }

        void end() {
            pop();
        }
    }
}
