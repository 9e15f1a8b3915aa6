package org.lamplight.media.session;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.media.dtls.DtlsAssociation;
import org.lamplight.media.dtls.DtlsIdentity;
import org.lamplight.media.dtls.SrtpKeys;
import org.lamplight.media.ice.IceAgent;
import org.lamplight.media.sdp.DtlsTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One port of a session: where packets go to and come from, and what protects them. Where keys come from a handshake nothing
 * goes either way before that is done and the peer has proved to be who was announced. For any thread.
 */
final class Leg implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leg.class);

    private final Supplier<DatagramSocket> socket;
    private final Supplier<Optional<IceAgent>> agent;
    private final Latch latch;
    private final Runnable unproven;
    private volatile Protection protection = Protection.closed();
    private @Nullable Shaking shaking;

    /**
     * @param socket the port, which another one may take the place of
     * @param unproven runs when a handshake came to nothing
     */
    Leg(
            Supplier<DatagramSocket> socket,
            Supplier<Optional<IceAgent>> agent,
            InetSocketAddress announced,
            Runnable unproven) {
        this.unproven = unproven;
        this.socket = socket;
        this.agent = agent;
        this.latch = new Latch(announced);
    }

    DatagramSocket socket() {
        return socket.get();
    }

    /** A new description. */
    void announce(InetSocketAddress address) {
        latch.announce(address);
    }

    // ---- what protects it

    /** From now on by keys that are known, or not at all. */
    synchronized void protect(Protection known) {
        forget();
        protection = known;
    }

    /** From now on by a handshake; one that goes on, or is done, under the same terms stays (RFC 8842, section 4). */
    synchronized void shake(DtlsTerms terms, DtlsIdentity identity) {
        Shaking before = shaking;
        if (before != null && before.terms.equals(terms)) {
            return;
        }
        forget();
        protection = Protection.closed();
        Shaking next = new Shaking(terms);
        shaking = next;
        next.begin(identity);
    }

    private void forget() {
        Shaking before = shaking;
        shaking = null;
        if (before != null) {
            before.association().close();
        }
    }

    private synchronized void agreed(Shaking with, SrtpKeys keys) {
        if (with == shaking) {
            protection = Protection.by(keys);
        }
    }

    /** Whether a handshake gave the keys. */
    synchronized boolean isVerified() {
        return shaking != null && protection.isOpen();
    }

    // ---- what goes and comes

    void send(byte[] packet) {
        protection.sent(packet).ifPresent(data -> transmit(data, latch.target()));
    }

    void sendControl(byte[] compound) {
        protection.sentControl(compound).ifPresent(data -> transmit(data, latch.target()));
    }

    private Optional<IceAgent> ways() {
        return agent.get().filter(IceAgent::isStarted);
    }

    private void transmit(byte[] data, InetSocketAddress to) {
        IceAgent now = agent.get().orElse(null);
        if (now != null && now.isStarted()) {
            now.send(data);
            return;
        }
        // one that starts only now is still: the peer must not see where we are
        if (now != null && now.isHidden()) {
            return;
        }
        try {
            socket.get().send(new DatagramPacket(data, data.length, to));
        } catch (IOException | IllegalArgumentException unreachable) {
            LOG.trace("a packet could not be sent", unreachable);
        }
    }

    /** The RTP packet in the first {@code length} octets; empty if it is not one of the peer's. */
    Optional<byte[]> came(byte[] data, int length) {
        return protection.came(data, length);
    }

    /** The RTCP compound in the first {@code length} octets; empty if it is not one of the peer's. */
    Optional<byte[]> cameControl(byte[] data, int length) {
        return protection.cameControl(data, length);
    }

    /** A valid packet came from there; whether it is to be taken. */
    boolean accepts(InetSocketAddress from) {
        return ways().map(one -> one.knows(from)).orElseGet(() -> latch.accepts(from, System.nanoTime()));
    }

    /** A message of the search for ways came; it may hold what a relay passes on. */
    Optional<IceAgent.Passed> cameSearch(byte[] data, int length, InetSocketAddress from) {
        return agent.get().flatMap(one -> one.came(data, length, from));
    }

    /** A record came, of whoever it may be. */
    void cameRecord(byte[] data, int length, InetSocketAddress from) {
        Shaking now = current();
        boolean mayBe = ways().map(one -> one.knows(from)).orElseGet(() -> latch.mayBe(from));
        if (now != null && mayBe) {
            now.from = from;
            now.association().came(data, length);
        }
    }

    private synchronized @Nullable Shaking current() {
        return shaking;
    }

    /** Says goodbye; the socket stays open. */
    @Override
    public synchronized void close() {
        forget();
        protection = Protection.closed();
    }

    /** A handshake on this port. */
    private final class Shaking implements DtlsAssociation.Listener {
        private final DtlsTerms terms;
        private @Nullable DtlsAssociation association;
        /** Where its newest record came from: behind a NAT that is not what was announced. */
        private volatile @Nullable InetSocketAddress from;

        Shaking(DtlsTerms terms) {
            this.terms = terms;
        }

        void begin(DtlsIdentity identity) {
            association = new DtlsAssociation(identity, terms::isPeer, terms.connects(), this::send, this);
        }

        DtlsAssociation association() {
            DtlsAssociation begun = association;
            if (begun == null) {
                throw new IllegalStateException("not begun");
            }
            return begun;
        }

        private void send(byte[] record) {
            InetSocketAddress seen = from;
            transmit(record, seen != null ? seen : latch.target());
        }

        @Override
        public void agreed(SrtpKeys keys) {
            Leg.this.agreed(this, keys);
        }

        @Override
        public void failed() {
            LOG.info("nobody proved to be the peer that was announced: there is no sound");
            unproven.run();
        }
    }
}
