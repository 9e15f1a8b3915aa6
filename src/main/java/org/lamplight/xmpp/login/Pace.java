package org.lamplight.xmpp.login;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the network be read no faster than what comes can be kept: of a flood so much is in memory, and the rest waits where
 * it comes from. On the thread that reads.
 */
final class Pace {
    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final int STANZAS = 500;

    /** Nothing that is kept waits for what is read; if it should, the connection must not hang for it. */
    private static final int LONGEST_SECONDS = 5;

    private final Supplier<CompletableFuture<Void>> kept;
    private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
    private int read;

    /** @param kept completes once all that was read so far is kept, or could not be */
    Pace(Supplier<CompletableFuture<Void>> kept) {
        this.kept = kept;
    }

    /** A stanza was read; may wait until most of those before it are kept. */
    void step() throws InterruptedException {
        if (++read % STANZAS != 0) {
            return;
        }
        CompletableFuture<Void> now = kept.get();
        try {
            before.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException slow) {
            LOG.debug("more comes than can be kept", slow);
        }
        before = now;
    }
}
