package org.lamplight.media.session;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** An even port for RTP and the one after it for RTCP, both open. The ports go into the offer before the call begins. */
public final class RtpPorts implements AutoCloseable {
    private static final int ATTEMPTS = 100;

    private final DatagramSocket rtp;
    private final DatagramSocket rtcp;

    private RtpPorts(DatagramSocket rtp, DatagramSocket rtcp) {
        this.rtp = rtp;
        this.rtcp = rtcp;
    }

    /** Opens a pair that is free at this address of ours. */
    public static RtpPorts open(InetAddress address) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            DatagramSocket rtp = new DatagramSocket(new InetSocketAddress(address, 0));
            int port = rtp.getLocalPort();
            DatagramSocket rtcp = port % 2 == 0 ? neighbour(address, port + 1) : null;
            if (rtcp != null) {
                return new RtpPorts(rtp, rtcp);
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

    /** The port of RTP. */
    public int port() {
        return rtp.getLocalPort();
    }

    DatagramSocket rtp() {
        return rtp;
    }

    DatagramSocket rtcp() {
        return rtcp;
    }

    @Override
    public void close() {
        rtp.close();
        rtcp.close();
    }
}
