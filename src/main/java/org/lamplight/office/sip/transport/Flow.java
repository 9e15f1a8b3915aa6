package org.lamplight.office.sip.transport;

import java.net.InetSocketAddress;

/** The way to one peer: a connection, or an address that datagrams go to (RFC 5626 section 2). Thread-safe. */
public interface Flow {
    /** Sends a whole message, or drops it if the peer takes nothing; never blocks, never throws. */
    void send(byte[] message);

    /** {@code UDP}, {@code TCP} or {@code TLS}, as a Via has it. */
    String transport();

    InetSocketAddress remote();

    /** Whether what is sent may arrive; datagrams always may. */
    boolean isOpen();

    /** Gives the peer up. */
    void close();

    /** Whether nothing that is sent gets lost on its way. */
    default boolean isReliable() {
        return !transport().equals("UDP");
    }
}
