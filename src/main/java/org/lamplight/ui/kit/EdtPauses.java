package org.lamplight.ui.kit;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Measures how long the EDT was busy with one event: so long no key and no click was answered. And how much of that was its
 * own work, whatever else the machine had to do.
 */
public final class EdtPauses {
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicLong mostNanos = new AtomicLong();
    private final LongSupplier worked;

    /** @param worked how many nanoseconds the thread that asks has spent on the processor so far */
    public EdtPauses(LongSupplier worked) {
        this.worked = worked;
    }

    /** Puts itself between the system and the EDT. Once, before the first window. */
    public void install() {
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(new Measured());
    }

    /** The longest pause since {@link #reset}, in milliseconds. From any thread. */
    public long longestMs() {
        return longestNanos.get() / 1_000_000;
    }

    /** The most work that one event made since {@link #reset}, in milliseconds on the processor. From any thread. */
    public long mostWorkMs() {
        return mostNanos.get() / 1_000_000;
    }

    /** Forgets the past, as at the end of the start. From any thread. */
    public void reset() {
        longestNanos.set(0);
        mostNanos.set(0);
    }

    private final class Measured extends EventQueue {
        /** When the work of now began; 0 while there is none. */
        private long begun;

        private long workedBefore;

        @Override
        protected void dispatchEvent(AWTEvent event) {
            // A dialog pumps events within the event that opened it: while it does, nobody is kept waiting
            note();
            boolean outermost = begun == 0;
            begin();
            super.dispatchEvent(event);
            note();
            begin();
            begun = outermost ? 0 : begun;
        }

        private void begin() {
            begun = System.nanoTime();
            workedBefore = worked.getAsLong();
        }

        private void note() {
            if (begun != 0) {
                longestNanos.accumulateAndGet(System.nanoTime() - begun, Math::max);
                mostNanos.accumulateAndGet(worked.getAsLong() - workedBefore, Math::max);
            }
        }
    }
}
