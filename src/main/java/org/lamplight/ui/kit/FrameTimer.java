package org.lamplight.ui.kit;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns a burst of wishes into at most one run per frame of about 16 ms, on the EDT. Nothing ticks while nobody wishes:
 * the first wish after a rest runs at once.
 */
public final class FrameTimer {
    private static final long FRAME_MILLIS = 16;

    private final Runnable frame;
    private final AtomicBoolean wished = new AtomicBoolean();
    private long last;

    public FrameTimer(Runnable frame) {
        this.frame = frame;
        this.last = millis() - FRAME_MILLIS;
    }

    /** Wishes for a run. From any thread. */
    public void wish() {
        if (wished.compareAndSet(false, true)) {
            Edt.later(this::schedule);
        }
    }

    private void schedule() {
        long rest = FRAME_MILLIS - (millis() - last);
        if (rest <= 0) {
            run();
        } else {
            Edt.after((int) rest, this::run);
        }
    }

    private void run() {
        wished.set(false);
        last = millis();
        frame.run();
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
