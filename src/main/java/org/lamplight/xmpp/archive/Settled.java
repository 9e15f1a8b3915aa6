package org.lamplight.xmpp.archive;

import java.util.concurrent.CompletableFuture;

/** Whether the reading of an archive is over; it may begin again. From any thread. */
public final class Settled {
    private CompletableFuture<Void> over = CompletableFuture.completedFuture(null);

    public synchronized void not() {
        if (over.isDone()) {
            over = new CompletableFuture<>();
        }
    }

    public void now() {
        current().complete(null);
    }

    /** Completes when it is over. */
    public CompletableFuture<Void> future() {
        return current().copy();
    }

    private synchronized CompletableFuture<Void> current() {
        return over;
    }
}
