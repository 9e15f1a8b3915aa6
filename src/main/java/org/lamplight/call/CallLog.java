package org.lamplight.call;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of earlier days: missed, taken, dialled. Core only. */
public final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    private final CallStore store;

    public CallLog(Events events, CallStore store) {
        this.store = store;
        events.listen(CallEvent.CallChanged.class, change -> {
            if (change.call().isOver()) {
                write(change.call());
            }
        });
    }

    private void write(Call ended) {
        store.add(ended).exceptionally(full -> {
            LOG.warn("A call could not be written into the log", full);
            return null;
        });
    }

    /** The newest first. Completes on core. */
    public CompletableFuture<List<Call>> newest(int limit, boolean missedOnly) {
        Threads.requireCore();
        return store.newest(limit, missedOnly);
    }
}
