package org.lamplight.sip.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.lamplight.sip.stack.Place;

/** Which of this machine's addresses a server sees: the one that the way there begins with. From any thread; at once. */
public interface OwnAddress {
    /** As the system says, now. */
    OwnAddress SYSTEM = new OwnAddress() {
        @Override
        public InetAddress towards(Place place) throws IOException {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.connect(new InetSocketAddress(place.address(), place.port()));
                InetAddress own = socket.getLocalAddress();
                if (own == null || own.isAnyLocalAddress()) {
                    throw new IOException("no way there");
                }
                return own;
            } catch (UncheckedIOException noWay) {
                throw new IOException(noWay);
            }
        }

        @Override
        public boolean has(InetAddress address) {
            try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
                return socket.isBound();
            } catch (SocketException elsewhere) {
                return false;
            }
        }
    };

    /** Sends nothing; throws where there is no way. */
    InetAddress towards(Place place) throws IOException;

    /** Whether that address is this machine's. */
    boolean has(InetAddress address);
}
