package org.lamplight.xmpp;

import java.util.concurrent.CompletableFuture;

/** Whether the reading of an archive is over; it may begin again. From any thread. */
final class Settled {
    private CompletableFuture<Void> over = CompletableFuture.completedFuture(null);

    synchronized void not() {
        if (over.isDone()) {
            over = new CompletableFuture<>();
        }
    }

    void now() {
        current().complete(null);
    }

    /** Completes when it is over. */
    CompletableFuture<Void> future() {
        return current().copy();
    }

    private synchronized CompletableFuture<Void> current() {
        return over;
    }
}
