package org.lamplight.sip.call;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Repeats a response until it is acknowledged (RFC 3261, section 13.3.1.4). On the account's thread. */
final class Resend {
    private static final long FIRST_MS = 500;
    private static final long LONGEST_MS = 4_000;
    private static final long GIVE_UP_MS = 32_000;

    private final Phone phone;
    private @Nullable ScheduledFuture<?> next;
    private boolean waiting;

    Resend(Phone phone) {
        this.phone = phone;
    }

    boolean isWaiting() {
        return waiting;
    }

    /** @param silent when nobody acknowledged it */
    void start(Runnable again, Runnable silent) {
        stop();
        waiting = true;
        later(again, silent, FIRST_MS, 0);
    }

    private void later(Runnable again, Runnable silent, long wait, long passed) {
        next = phone.later(
                () -> {
                    if (passed + wait >= GIVE_UP_MS) {
                        waiting = false;
                        silent.run();
                    } else {
                        again.run();
                        later(again, silent, Math.min(2 * wait, LONGEST_MS), passed + wait);
                    }
                },
                wait,
                TimeUnit.MILLISECONDS);
    }

    void stop() {
        waiting = false;
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }
}
