package org.lamplight.sip.registration;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.flow.OwnAddress;
import org.lamplight.sip.stack.Endpoint;
import org.lamplight.sip.stack.Logged;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.Transport;

/**
 * Notices that the way to the server begins at another address than it did: a cable was plugged in, a lease ran out, a private
 * network came up. Nothing tells Java of that, so the system is asked every 1.5 s, which sends no packet. On the account's
 * thread.
 */
final class Whereabouts {
    private static final long EVERY_MS = 1_500;
    /** A new address from which nothing came of it is tried again. */
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(6);

    private static final long RETIRED_SECONDS = 64;

    /** What is done about it. */
    interface Listener {
        /** We are at another address now. */
        void moved();

        /** No way leads to the server, nor to any that stands in for it; told as long as it is so. */
        void stranded();

        /** One does again. */
        void back();

        /** An endpoint of before is closed; what began there goes on here, or not at all. */
        void closed();
    }

    private final Flow flow;
    private final OwnAddress system;
    private final ScheduledExecutorService thread;
    private final Listener listener;
    private final List<Endpoint> retired = new ArrayList<>();
    private @Nullable ScheduledFuture<?> looking;
    private @Nullable InetAddress tried;
    private long triedAt;
    private boolean stranded;

    Whereabouts(Flow flow, OwnAddress system, ScheduledExecutorService thread, Listener listener) {
        this.flow = flow;
        this.system = system;
        this.thread = thread;
        this.listener = listener;
    }

    /** From now on. */
    void watch() {
        if (looking == null) {
            looking = thread.scheduleWithFixedDelay(new Logged(this::look), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            InetAddress now = own();
            boolean back = stranded;
            stranded = false;
            if (flow.isOpen() && !now.equals(flow.endpoint().address())) {
                moved(now);
            } else if (back) {
                listener.back();
            }
        } catch (IOException noWay) {
            stranded = true;
            listener.stranded();
        }
    }

    /** Where the way to the server begins, or else to one that stands in for it. */
    private InetAddress own() throws IOException {
        if (!flow.isOpen()) {
            return system.towards(anywhere());
        }
        try {
            return system.towards(flow.server());
        } catch (IOException noWay) {
            return Reachable.from(0, flow.places(), system).own();
        }
    }

    /** Before a server was found: somewhere far away, where nobody is (RFC 5737). */
    private static Place anywhere() throws IOException {
        return new Place("", InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), 5_060, Transport.UDP);
    }

    private void moved(InetAddress now) {
        long time = System.nanoTime();
        if (!now.equals(tried) || time - triedAt > AGAIN_NANOS) {
            tried = now;
            triedAt = time;
            listener.moved();
        }
    }

    /** The next one takes over. The old one hears on for a while, as long as its address is there. */
    void retire(Endpoint old, Endpoint next) {
        InetAddress before = old.address();
        boolean elsewhere = !before.equals(next.address());
        boolean connected = old.transport().isReliable();
        BooleanSupplier cutOff = () -> (elsewhere && connected) || !system.has(before);
        old.retire(next, cutOff);
        if (cutOff.getAsBoolean()) {
            // a connection is found by where it leads, and would be used on
            old.abandon(flow.server(), before);
        }
        retired.add(old);
        thread.schedule(new Logged(() -> close(old)), RETIRED_SECONDS, TimeUnit.SECONDS);
    }

    private void close(Endpoint old) {
        if (retired.remove(old)) {
            old.close();
            listener.closed();
        }
    }

    /** Of all that was. */
    void close() {
        if (looking != null) {
            looking.cancel(false);
        }
        List.copyOf(retired).forEach(this::close);
    }
}
