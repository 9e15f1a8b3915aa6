package org.lamplight.xmpp.jingle;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.lamplight.xmpp.http.Zone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of the places that a peer names are asked. They may name any: whoever takes a file could be made to knock at all
 * doors of a network that the peer can't see, and to tell by the time it takes which of them are open. Private addresses are
 * asked all the same, for two in one office reach each other by these; but at no port of a well-known service.
 *
 * @param near whether the account's server is on this very machine, so that peers may be too
 * @param hidden whether only proxies of our own server may learn where we are
 * @param relays these proxies
 */
record CandidateGate(boolean near, boolean hidden, List<Candidate> relays) {
    private static final Logger LOG = LoggerFactory.getLogger(CandidateGate.class);
    private static final int FIRST_FREE_PORT = 1024;

    /** Where to ask; empty if that is not to be done. Blocks on the resolver, whose answer is then the place. */
    Optional<InetSocketAddress> place(Candidate candidate) {
        if (hidden && relays.stream().noneMatch(candidate::isAtSamePlace)) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(candidate.host());
            if (mayAsk(Zone.of(address), candidate.port())) {
                return Optional.of(new InetSocketAddress(address, candidate.port()));
            }
            LOG.info("{} of {} is not asked", address, candidate.jid());
        } catch (UnknownHostException e) {
            LOG.debug("no address of {}", candidate.host(), e);
        }
        return Optional.empty();
    }

    boolean mayAsk(Zone zone, int port) {
        return switch (zone) {
            case PUBLIC -> true;
            case PRIVATE -> port >= FIRST_FREE_PORT;
            case LOOPBACK -> near && port >= FIRST_FREE_PORT;
            case LINK_LOCAL, NOWHERE -> false;
        };
    }
}
