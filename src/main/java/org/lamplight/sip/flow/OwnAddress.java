package org.lamplight.sip.flow;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.lamplight.sip.stack.Place;

/** Which of this machine's addresses a server sees: the one that the way there begins with. */
public final class OwnAddress {
    private OwnAddress() {}

    /** Sends nothing; throws where there is no way. */
    public static InetAddress towards(Place place) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(place.address(), place.port()));
            InetAddress own = socket.getLocalAddress();
            if (own == null || own.isAnyLocalAddress()) {
                throw new IOException("no way there");
            }
            return own;
        } catch (java.io.UncheckedIOException noWay) {
            throw new IOException(noWay);
        }
    }
}
