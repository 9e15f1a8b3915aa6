package org.lamplight.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;

/**
 * Removes what is not to be kept, a small batch at a time, so that messages which come meanwhile wait for one batch at most.
 * What still has to be sent is never removed. What was removed does not come back out of the server's archive. Core only.
 */
public final class Retention {
    private static final int BATCH = 500;
    /** What was written before the removal was, also where the server's clock goes before ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final Instant ALWAYS = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Events events;
    private final Clock clock;
    private final MessageStore store;
    private final Consumer<List<Talk>> reload;

    /** @param reload gets the talks as they are stored then */
    Retention(Events events, Clock clock, MessageStore store, Consumer<List<Talk>> reload) {
        this.events = events;
        this.clock = clock;
        this.store = store;
        this.reload = reload;
    }

    /** Removes the whole history of a talk. Completes with how many messages it had. */
    public CompletableFuture<Integer> removeAll(String peer) {
        Threads.requireCore();
        return store.forget(peer, clock.instant().plus(CLOCKS_DIFFER))
                .thenCompose(done -> remove(peer, ALWAYS, 0))
                .thenCompose(this::reloaded);
    }

    /** Removes all messages that are older than so many days. Completes with how many there were. */
    public CompletableFuture<Integer> removeOlderThan(int days) {
        Threads.requireCore();
        Instant before = clock.instant().minus(Duration.ofDays(days));
        return store.talks().thenCompose(talks -> {
            Deque<String> peers =
                    new ArrayDeque<>(talks.stream().map(Talk::peer).toList());
            return removeEach(peers, before, 0);
        });
    }

    private CompletableFuture<Integer> removeEach(Deque<String> peers, Instant before, int removed) {
        String peer = peers.poll();
        if (peer == null) {
            return removed == 0 ? CompletableFuture.completedFuture(0) : reloaded(removed);
        }
        return store.forget(peer, before)
                .thenCompose(done -> remove(peer, before, 0))
                .thenCompose(count -> removeEach(peers, before, removed + count));
    }

    private CompletableFuture<Integer> remove(String peer, Instant before, int removed) {
        return store.remove(peer, before, BATCH).thenCompose(count -> {
            if (count > 0) {
                return remove(peer, before, removed + count);
            }
            if (removed > 0) {
                events.publish(new ChatEvent.HistoryRemoved(peer));
            }
            return CompletableFuture.completedFuture(removed);
        });
    }

    private CompletableFuture<Integer> reloaded(int removed) {
        return store.talks().thenApply(talks -> {
            reload.accept(talks);
            return removed;
        });
    }
}
