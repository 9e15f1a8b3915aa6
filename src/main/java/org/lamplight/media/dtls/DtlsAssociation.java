package org.lamplight.media.dtls;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handshake with one peer over one port, on a thread of its own (RFC 5764). What is sent is sent again until it is
 * answered (RFC 6347, section 4.2.4). An attempt that failed is made anew as long as it is wanted: the peer may be ringing,
 * and whoever showed another certificate need not have been the peer. Later the thread repeats what the peer missed.
 */
public final class DtlsAssociation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DtlsAssociation.class);
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int LOOK_MILLIS = 1_000;
    private static final int PAUSE_MILLIS = 100;
    /** Each refusal costs a computation of keys, which strangers can cause. */
    private static final int REFUSED_MILLIS = 1_000;

    /** Hears how it went, on the association's thread. */
    public interface Listener {
        /** The peer is who was announced. */
        void agreed(SrtpKeys keys);

        /** Half a minute is over, or somebody else was there: there are no keys so far. At most once. */
        void failed();
    }

    private final DtlsIdentity identity;
    private final Predicate<byte[]> isPeer;
    private final boolean connects;
    private final Records records;
    private final Listener listener;
    private boolean told;
    private volatile @Nullable DTLSTransport transport;

    /**
     * Begins at once.
     *
     * @param isPeer whether a certificate (DER) is one that the peer announced
     * @param connects whether we begin
     * @param network sends; must not wait
     */
    public DtlsAssociation(
            DtlsIdentity identity,
            Predicate<byte[]> isPeer,
            boolean connects,
            Consumer<byte[]> network,
            Listener listener) {
        this.identity = identity;
        this.isPeer = isPeer;
        this.connects = connects;
        this.records = new Records(network);
        this.listener = listener;
        Threads.daemon("dtls", this::run);
    }

    /** A datagram came that is one of DTLS by its first octet. From any thread; does not wait. */
    public void came(byte[] data, int length) {
        records.came(data, length);
    }

    private void run() {
        long end = System.nanoTime() + DEADLINE_NANOS;
        Handshake handshake = new Handshake(isPeer);
        while (attempt(handshake)) {
            if (handshake.refused() || System.nanoTime() - end >= 0) {
                tell();
            }
            records.rest(handshake.refused() ? REFUSED_MILLIS : PAUSE_MILLIS);
            if (handshake.refused()) {
                records.forget();
            }
            handshake = new Handshake(isPeer);
        }
    }

    private void tell() {
        if (!told && !records.isEnded()) {
            told = true;
            listener.failed();
        }
    }

    /** Whether another one is worth while. */
    private boolean attempt(Handshake handshake) {
        if (records.isEnded()) {
            return false;
        }
        records.resume();
        try {
            DTLSTransport made = connects
                    ? new DTLSClientProtocol().connect(new ConnectingSide(identity, handshake), records)
                    : new DTLSServerProtocol().accept(new AcceptingSide(identity, handshake), records);
            transport = made;
            listener.agreed(handshake.keys().orElseThrow());
            repeat(made);
            return false;
        } catch (IOException | RuntimeException broken) {
            LOG.debug("handshake: {}", broken.toString());
            return transport == null && !records.isEnded();
        }
    }

    /** Whoever misses our last word gets it again; a farewell ends it. What else is said there is nothing to us. */
    private void repeat(DTLSTransport made) throws IOException {
        byte[] ignored = new byte[made.getReceiveLimit()];
        while (!records.isLeft()) {
            made.receive(ignored, 0, ignored.length, LOOK_MILLIS);
        }
    }

    /** Says goodbye, if there is anybody to say it to. */
    @Override
    public void close() {
        DTLSTransport made = transport;
        if (made != null && !records.isLeft()) {
            try {
                made.close();
            } catch (IOException gone) {
                LOG.trace("no goodbye", gone);
            }
        }
        records.end();
    }
}
