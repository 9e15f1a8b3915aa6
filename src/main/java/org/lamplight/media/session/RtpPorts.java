package org.lamplight.media.session;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Traversal;
import org.lamplight.media.ice.IceAgent;
import org.lamplight.media.rtp.RtpPacket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An even port for RTP and the one after it for RTCP, both open. The ports go into the offer before the call begins. */
public final class RtpPorts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RtpPorts.class);
    private static final int ATTEMPTS = 100;
    private static final int MOST_EARLY = 5_000;

    private volatile DatagramSocket rtp;
    private volatile DatagramSocket rtcp;
    private volatile Optional<IceAgent> agent;
    /** Where descriptions say that we are, until the peer has agreed. */
    private @Nullable RtpPorts next;

    private RtpPorts(DatagramSocket rtp, DatagramSocket rtcp, Optional<IceAgent> agent) {
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.agent = agent;
    }

    /** Opens a pair that is free at this address of ours. */
    public static RtpPorts open(InetAddress address) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            DatagramSocket rtp = new DatagramSocket(new InetSocketAddress(address, 0));
            int port = rtp.getLocalPort();
            DatagramSocket rtcp = port % 2 == 0 ? neighbour(address, port + 1) : null;
            if (rtcp != null) {
                return new RtpPorts(rtp, rtcp, Optional.empty());
            }
            rtp.close();
        }
        throw new IOException("no two ports in a row are free at " + address);
    }

    private static @Nullable DatagramSocket neighbour(InetAddress address, int port) {
        try {
            return new DatagramSocket(new InetSocketAddress(address, port));
        } catch (SocketException taken) {
            return null;
        }
    }

    /** The same at our address, or, if it is that of a router before us, at all of this machine's. */
    public static RtpPorts openAs(InetAddress address) throws IOException {
        try {
            return open(address);
        } catch (BindException elsewhere) {
            LOG.trace("{} is not ours", address, elsewhere);
            return open(new InetSocketAddress(0).getAddress());
        }
    }

    /** The same at all addresses of this machine, where ways from peers to them are looked for. */
    public static RtpPorts openWays(InetAddress address, Traversal wishes) throws IOException {
        RtpPorts bare = open(new InetSocketAddress(0).getAddress());
        return new RtpPorts(bare.rtp, bare.rtcp, Optional.of(new IceAgent(bare.rtp, address, wishes)));
    }

    /**
     * This machine is there now. Where ways are looked for they are looked for anew (RFC 8445, section 9), behind the same port;
     * else other ports take the place of these, at once or by {@link #settle}.
     *
     * @param read whether somebody reads the port by now, and hands over what comes
     * @param cutOff whether these are of no use any more
     */
    public synchronized void move(InetAddress address, boolean read, boolean cutOff) throws IOException {
        if (agent.isPresent()) {
            IceAgent before = agent.get();
            agent = Optional.of(before.anew(address, read));
            before.close();
            return;
        }
        RtpPorts opened = openAs(address);
        if (next != null) {
            next.close();
        }
        next = opened;
        if (cutOff) {
            settle();
        }
    }

    /** The peer knows of the ports that we moved to: from now on they are the only ones. */
    public synchronized void settle() {
        RtpPorts taken = next;
        if (taken == null) {
            return;
        }
        DatagramSocket[] before = {rtp, rtcp};
        rtp = taken.rtp;
        rtcp = taken.rtcp;
        next = null;
        for (DatagramSocket one : before) {
            one.close();
        }
    }

    /** Who looks for ways. */
    public Optional<IceAgent> agent() {
        return agent;
    }

    /** Drops what came before anybody listened: played now it would only be late. */
    void forgetEarlier() {
        DatagramPacket packet = new DatagramPacket(new byte[RtpPacket.LONGEST], RtpPacket.LONGEST);
        try {
            rtp.setSoTimeout(1);
            for (int i = 0; i < MOST_EARLY; i++) {
                rtp.receive(packet);
            }
        } catch (IOException empty) {
            LOG.trace("nothing came early", empty);
        } finally {
            waitForEver();
        }
    }

    private void waitForEver() {
        try {
            rtp.setSoTimeout(0);
        } catch (SocketException closed) {
            LOG.trace("the port is closed", closed);
        }
    }

    /** The port of RTP that descriptions tell. */
    public synchronized int port() {
        return (next == null ? this : next).rtp.getLocalPort();
    }

    DatagramSocket rtp() {
        return rtp;
    }

    DatagramSocket rtcp() {
        return rtcp;
    }

    @Override
    public synchronized void close() {
        try {
            agent.ifPresent(IceAgent::close);
        } finally {
            rtp.close();
            rtcp.close();
            if (next != null) {
                next.close();
            }
        }
    }
}
