package org.lamplight.call;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the two ends find a way to each other where routers stand between them (RFC 8445).
 *
 * @param relayOnly whether the peer is to see no address of ours but that of the relay
 * @param stun who tells us our address as others see it
 * @param turn a relay (RFC 8656)
 * @param user for the relay
 * @param password for the relay; asked when it is needed, may block
 */
public record Traversal(
        boolean relayOnly,
        Optional<Server> stun,
        Optional<Server> turn,
        String user,
        Supplier<Optional<char[]>> password) {

    /** A host by name or number, and a port of UDP. */
    public record Server(String host, int port) {}
}
