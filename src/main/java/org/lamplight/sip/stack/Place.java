package org.lamplight.sip.stack;

import java.net.InetAddress;
import javax.sip.address.Hop;

/**
 * Where a message goes next.
 *
 * @param name the host as it was said, which its certificate must name
 */
public record Place(String name, InetAddress address, int port, Transport transport) implements Hop {
    @Override
    public String getHost() {
        return address.getHostAddress();
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public String getTransport() {
        return transport.word();
    }

    @Override
    public String toString() {
        return getHost() + ':' + port + '/' + getTransport();
    }
}
