package org.lamplight.skin;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Draws what might take long once, where nobody waits for it, and refuses it if it does: later it is drawn on the EDT. All
 * pictures of a skin share one such budget. Counts the time of the processor, for a busy machine is no fault of a picture.
 */
final class DrawingTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SIDE = 64;
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long MOST_NANOS_IN_ALL = TimeUnit.MILLISECONDS.toNanos(800);

    private long spent;

    /** The picture, if it may be drawn on the EDT. */
    Artwork checked(Artwork artwork) throws BrokenIcon {
        if (artwork.maybeSlow()) {
            boolean slow = spent > MOST_NANOS_IN_ALL || nanos(artwork) > MOST_NANOS;
            // the second time counts where the first one had to load classes
            if (slow && (spent > MOST_NANOS_IN_ALL || nanos(artwork) > MOST_NANOS)) {
                throw new BrokenIcon("slow");
            }
        }
        return artwork;
    }

    private long nanos(Artwork artwork) {
        long begun = THREADS.getCurrentThreadCpuTime();
        artwork.drawn(SIDE, Hues.LIGHT);
        long took = THREADS.getCurrentThreadCpuTime() - begun;
        spent += took;
        return took;
    }
}
