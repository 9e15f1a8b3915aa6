package org.lamplight.office.sip.presence;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.dialog.Dialog;

/** One subscription (RFC 6665). On the server's thread. */
final class Watch {
    final Dialog dialog;
    final String user;
    final String event;
    long version;
    long until;

    @Nullable
    Future<?> end;

    /**
     * Of a user's state.
     *
     * @param event as it came, with its id if it has one
     */
    Watch(Dialog dialog, String user, String event) {
        this.dialog = dialog;
        this.user = user;
        this.event = event;
    }

    boolean isOf(String what) {
        return event.split(";", 2)[0].strip().equals(what);
    }

    /** Seconds that are left. */
    long left() {
        return Math.max(0, (until - System.nanoTime() + 500_000_000) / 1_000_000_000);
    }

    void stop() {
        if (end != null) {
            end.cancel(false);
        }
    }
}
