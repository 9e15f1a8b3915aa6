package org.lamplight.office.sip.transport;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.lamplight.office.sip.message.BadMessage;
import org.lamplight.office.sip.message.MessageReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One datagram port and the thread that reads it. Thread-safe. */
final class UdpPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UdpPort.class);
    private static final int LARGEST = 65_535;

    private final DatagramSocket socket;
    private final Inbox inbox;
    private final Thread thread;

    private UdpPort(DatagramSocket socket, Inbox inbox) {
        this.socket = socket;
        this.inbox = inbox;
        this.thread = Loopback.thread("office-sip-udp", this::read);
    }

    static UdpPort open(int port, Inbox inbox) throws IOException {
        return new UdpPort(new DatagramSocket(Loopback.at(port)), inbox);
    }

    Flow flow(InetSocketAddress remote) {
        return new DatagramFlow(this, remote);
    }

    private void read() {
        byte[] buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                take(Arrays.copyOf(buffer, packet.getLength()), flow((InetSocketAddress) packet.getSocketAddress()));
            } catch (IOException e) {
                LOG.debug("nothing received: {}", e.toString());
            }
        }
    }

    private void take(byte[] data, Flow from) {
        if (isKeepAlive(data)) {
            return;
        }
        try {
            inbox.received(MessageReader.read(data), from);
        } catch (BadMessage bad) {
            inbox.garbled(bad, from);
        } catch (RuntimeException unforeseen) {
            LOG.warn("a datagram could not be read", unforeseen);
        }
    }

    private static boolean isKeepAlive(byte[] data) {
        for (byte octet : data) {
            if (octet != '\r' && octet != '\n' && octet != 0) {
                return false;
            }
        }
        return true;
    }

    private void send(byte[] message, InetSocketAddress remote) {
        try {
            socket.send(new DatagramPacket(message, message.length, remote));
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("nothing sent to {}: {}", remote, e.toString());
        }
    }

    @Override
    public void close() {
        socket.close();
        Loopback.await(thread);
    }

    private record DatagramFlow(UdpPort port, InetSocketAddress remote) implements Flow {
        @Override
        public void send(byte[] message) {
            port.send(message, remote);
        }

        @Override
        public String transport() {
            return "UDP";
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // there is nothing to give up
        }
    }
}
