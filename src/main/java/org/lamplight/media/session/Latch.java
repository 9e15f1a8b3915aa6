package org.lamplight.media.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where media really comes from, and so has to go to (symmetric RTP, RFC 4961). Behind a NAT the description names a
 * private address; then the source of the first valid packets counts. It counts until a new description, or until it was
 * silent for 2 s; packets from elsewhere are dropped. Where the description names a public address only packets from that
 * host are taken, from whatever port. For any thread.
 */
final class Latch {
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private InetSocketAddress announced;
    private @Nullable InetSocketAddress source;
    private long heard;

    Latch(InetSocketAddress announced) {
        this.announced = announced;
    }

    /** A new description. */
    synchronized void announce(InetSocketAddress address) {
        announced = address;
        source = null;
    }

    /** A valid packet came from there; whether it is to be taken. */
    synchronized boolean accepts(InetSocketAddress from, long nanos) {
        boolean free = source == null || nanos - heard > SILENCE_NANOS;
        if (free && mayBe(from)) {
            source = from;
        }
        boolean same = Objects.equals(source, from);
        heard = same ? nanos : heard;
        return same;
    }

    /** Whether the peer might send from there. */
    synchronized boolean mayBe(InetSocketAddress from) {
        InetAddress named = announced.getAddress();
        return named == null || isPrivate(named) || named.equals(from.getAddress());
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || isSharedOrLocal(address.getAddress());
    }

    /** Carrier-grade NAT (100.64/10) and unique local addresses of IPv6 (fc00::/7). */
    private static boolean isSharedOrLocal(byte[] octets) {
        return octets.length == 4 ? octets[0] == 100 && (octets[1] & 0xC0) == 64 : (octets[0] & 0xFE) == 0xFC;
    }

    /** Where to send. */
    synchronized InetSocketAddress target() {
        return source != null ? source : announced;
    }
}
