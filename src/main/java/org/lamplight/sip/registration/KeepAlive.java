package org.lamplight.sip.registration;

import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.stack.Transport;

/** Keeps the way from the server to us open (RFC 5626, section 4.4). On the account's thread. */
final class KeepAlive {
    private static final long DATAGRAM_EVERY = 25;
    private static final long PING_EVERY = 110;

    private final Flow flow;
    private final ScheduledExecutorService thread;
    private final Runnable broken;
    private @Nullable ScheduledFuture<?> beating;

    KeepAlive(Flow flow, ScheduledExecutorService thread, Runnable broken) {
        this.flow = flow;
        this.thread = thread;
        this.broken = broken;
    }

    /** @param asked seconds that the server wants between pings; not positive: nothing was said */
    void start(long asked) {
        stop();
        boolean datagrams = flow.server().transport() == Transport.UDP;
        long every = datagrams ? DATAGRAM_EVERY : asked > 0 ? Math.max(5, asked * 9 / 10) : PING_EVERY;
        beating = thread.scheduleWithFixedDelay(this::beat, every, every, TimeUnit.SECONDS);
    }

    void stop() {
        if (beating != null) {
            beating.cancel(false);
            beating = null;
        }
    }

    private void beat() {
        try {
            flow.endpoint().beat(flow.server());
        } catch (IOException | RuntimeException gone) {
            broken.run();
        }
    }
}
