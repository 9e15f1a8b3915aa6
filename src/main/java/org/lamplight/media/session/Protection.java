package org.lamplight.media.session;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.media.dtls.SrtpKeys;
import org.lamplight.media.sdp.CryptoAttribute;
import org.lamplight.media.sdp.CryptoPair;
import org.lamplight.media.srtp.SrtpReceiver;
import org.lamplight.media.srtp.SrtpSender;

/**
 * What is between packets and the network: SRTP if keys were agreed on, otherwise nothing. A key that stays the same under
 * a new agreement goes on with its counters (RFC 4568, section 6.4.1). For any thread.
 */
final class Protection {
    private static final Protection NONE = new Protection(true, null, null, null);
    private static final Protection CLOSED = new Protection(false, null, null, null);

    private final boolean open;
    private final @Nullable CryptoPair keys;
    private final @Nullable SrtpSender sender;
    private final @Nullable SrtpReceiver receiver;

    private Protection(
            boolean open, @Nullable CryptoPair keys, @Nullable SrtpSender sender, @Nullable SrtpReceiver receiver) {
        this.open = open;
        this.keys = keys;
        this.sender = sender;
        this.receiver = receiver;
    }

    static Protection of(Optional<CryptoPair> agreed) {
        return NONE.under(agreed);
    }

    /** Nothing goes and nothing comes: the keys are still to be found. */
    static Protection closed() {
        return CLOSED;
    }

    /** By what a handshake gave. */
    static Protection by(SrtpKeys agreed) {
        return new Protection(
                true,
                null,
                new SrtpSender(agreed.suite(), agreed.own()),
                new SrtpReceiver(agreed.suite(), agreed.peer(), 0));
    }

    boolean isOpen() {
        return open;
    }

    /** The same under a new agreement. */
    Protection under(Optional<CryptoPair> agreed) {
        return agreed.map(this::with).orElse(NONE);
    }

    private Protection with(CryptoPair agreed) {
        CryptoPair before = keys;
        boolean sameOwn = before != null && isSame(before.own(), agreed.own());
        boolean samePeer = before != null && isSame(before.peer(), agreed.peer());
        return new Protection(
                true,
                agreed,
                sameOwn && sender != null
                        ? sender
                        : new SrtpSender(agreed.own().suite(), agreed.own().octets()),
                samePeer && receiver != null ? receiver : receiver(agreed.peer()));
    }

    private static SrtpReceiver receiver(CryptoAttribute peer) {
        return new SrtpReceiver(peer.suite(), peer.octets(), peer.mki());
    }

    /** Tags of offers may differ. */
    private static boolean isSame(CryptoAttribute one, CryptoAttribute other) {
        return one.suite() == other.suite() && one.key().equals(other.key()) && one.mki() == other.mki();
    }

    /** The packet as it goes over the network; empty if it may not. */
    Optional<byte[]> sent(byte[] packet) {
        return open ? Optional.of(sender == null ? packet : sender.rtp(packet)) : Optional.empty();
    }

    /** The compound as it goes over the network; empty if it may not. */
    Optional<byte[]> sentControl(byte[] compound) {
        return open ? Optional.of(sender == null ? compound : sender.rtcp(compound)) : Optional.empty();
    }

    /** The RTP packet in the first {@code length} octets; empty if it is not one of the peer's. */
    Optional<byte[]> came(byte[] data, int length) {
        if (receiver == null) {
            return open ? Optional.of(Arrays.copyOf(data, length)) : Optional.empty();
        }
        return receiver.rtp(data, length);
    }

    /** The RTCP compound in the first {@code length} octets; empty if it is not one of the peer's. */
    Optional<byte[]> cameControl(byte[] data, int length) {
        if (receiver == null) {
            return open ? Optional.of(Arrays.copyOf(data, length)) : Optional.empty();
        }
        return receiver.rtcp(data, length);
    }
}
