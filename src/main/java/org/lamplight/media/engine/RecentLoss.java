package org.lamplight.media.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** How much of the last ten seconds was lost, from figures that only grow. For any thread. */
final class RecentLoss {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Mark(long nanos, long received, long lost) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    /** Packets so far. More than one mark a second is not kept; another stream begins anew. */
    synchronized void note(long nanos, long received, long lost) {
        Mark newest = marks.peekLast();
        if (newest != null && received < newest.received()) {
            marks.clear();
            newest = null;
        }
        if (newest == null || nanos - newest.nanos() >= STEP_NANOS) {
            marks.addLast(new Mark(nanos, received, lost));
        }
        // the oldest one kept is the last that is older than the window
        while (marks.size() > 1 && nanos - second().nanos() >= WINDOW_NANOS) {
            marks.removeFirst();
        }
    }

    private Mark second() {
        var all = marks.iterator();
        all.next();
        return all.next();
    }

    /** Percent lost since the oldest mark. */
    synchronized double percent(long received, long lost) {
        Mark oldest = marks.peekFirst();
        long came = received - (oldest == null ? 0 : oldest.received());
        long missing = Math.max(0, lost - (oldest == null ? 0 : oldest.lost()));
        if (came < 0 || came + missing == 0) {
            return 0;
        }
        return 100.0 * missing / (came + missing);
    }
}
