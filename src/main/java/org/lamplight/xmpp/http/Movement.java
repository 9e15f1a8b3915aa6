package org.lamplight.xmpp.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;

/** Counts the bytes of one transfer, tells of them, and ends it when hardly any come any more. From any thread. */
final class Movement {
    private static final Texts TEXTS = Texts.of(Movement.class);

    /** What a line that still lives moves in each {@link #watch} period. */
    private static final long LEAST = 1024;

    /** Hears how far it is; both in bytes, the second negative if unknown. */
    public interface Listener {
        void moved(long done, long total);
    }

    private final Listener listener;
    private final AtomicLong done = new AtomicLong();
    private long seen = -1;
    private @Nullable Future<?> exchange;
    private boolean stopped;

    Movement(Listener listener) {
        this.listener = listener;
    }

    void begin(long from) {
        done.set(from);
    }

    void add(int bytes, long total) {
        listener.moved(done.addAndGet(bytes), total);
    }

    /** This exchange moves it now, and ends with it. */
    synchronized void by(Future<?> next) {
        exchange = next;
        if (stopped) {
            next.cancel(true);
        }
    }

    private synchronized void stop() {
        stopped = true;
        if (exchange != null) {
            exchange.cancel(true);
        }
    }

    /** Ends it exceptionally once it stands still for this long. */
    void watch(CompletableFuture<?> transfer, ScheduledExecutorService clock, Duration patience) {
        Future<?> look = clock.scheduleWithFixedDelay(
                () -> {
                    long now = done.get();
                    if (seen >= 0 && now - seen < LEAST) {
                        transfer.completeExceptionally(new Refused(TEXTS.get("server.silent"), true));
                    }
                    seen = now;
                },
                patience.toMillis(),
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        transfer.whenComplete((any, thrown) -> {
            look.cancel(false);
            stop();
        });
    }
}
