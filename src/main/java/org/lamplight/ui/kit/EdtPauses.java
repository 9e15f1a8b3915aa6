package org.lamplight.ui.kit;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.util.concurrent.atomic.AtomicLong;

/** Measures how long the EDT was busy with one event: so long no key and no click was answered. */
public final class EdtPauses {
    private final AtomicLong longestNanos = new AtomicLong();

    /** Puts itself between the system and the EDT. Once, before the first window. */
    public void install() {
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(new Measured());
    }

    /** The longest pause since {@link #reset}, in milliseconds. From any thread. */
    public long longestMs() {
        return longestNanos.get() / 1_000_000;
    }

    /** Forgets the past, as at the end of the start. From any thread. */
    public void reset() {
        longestNanos.set(0);
    }

    private final class Measured extends EventQueue {
        /** When the work of now began; 0 while there is none. */
        private long begun;

        @Override
        protected void dispatchEvent(AWTEvent event) {
            // A dialog pumps events within the event that opened it: while it does, nobody is kept waiting
            note();
            boolean outermost = begun == 0;
            begun = System.nanoTime();
            super.dispatchEvent(event);
            note();
            begun = outermost ? 0 : System.nanoTime();
        }

        private void note() {
            if (begun != 0) {
                longestNanos.accumulateAndGet(System.nanoTime() - begun, Math::max);
            }
        }
    }
}
