package org.lamplight.office.sip.transaction;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sent again and again, less and less often, until it is stopped or too late (timers A, B, E, F, G and
 * H of RFC 3261 section 17). On the server's thread.
 */
public final class Resending {
    private static final Duration T1 = Duration.ofMillis(500);
    private static final Duration T2 = Duration.ofSeconds(4);
    /** How long a transaction waits for its other end. */
    public static final Duration TOO_LATE = T1.multipliedBy(64);

    private final SipThread thread;
    private final Runnable again;
    private final Future<?> end;
    private Duration pause = T1;
    private @Nullable Future<?> next;

    private Resending(SipThread thread, Runnable again, Runnable tooLate) {
        this.thread = thread;
        this.again = again;
        this.end = thread.later(TOO_LATE, () -> {
            stop();
            tooLate.run();
        });
    }

    /**
     * Begins; the first time has been sent already.
     *
     * @param lossy whether it is sent again at all; if not there is only the end
     */
    public static Resending start(SipThread thread, boolean lossy, Runnable again, Runnable tooLate) {
        Resending resending = new Resending(thread, again, tooLate);
        if (lossy) {
            resending.plan();
        }
        return resending;
    }

    private void plan() {
        next = thread.later(pause, () -> {
            again.run();
            pause = pause.multipliedBy(2).compareTo(T2) > 0 ? T2 : pause.multipliedBy(2);
            plan();
        });
    }

    /** It is not sent again, but the end stays. */
    public void quiet() {
        if (next != null) {
            next.cancel(false);
        }
    }

    /** It has arrived. */
    public void stop() {
        quiet();
        end.cancel(false);
    }
}
