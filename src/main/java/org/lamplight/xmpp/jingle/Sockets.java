package org.lamplight.xmpp.jingle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smackx.bytestreams.socks5.Socks5Utils;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;

/**
 * Bytes over a socket of their own (XEP-0260). Of Smack's classes for it those that ask proxies are used; its server is one
 * for the whole program that never ends, and its client waits for a connection as long as the system does. From any thread.
 */
final class Sockets {
    static final String NAMESPACE = "urn:xmpp:jingle:transports:s5b:1";

    private final Requests requests;
    private final Proxies proxies;
    private final SocksServer server;
    private final boolean hidden;
    private final BooleanSupplier loopback;

    /**
     * Makes one.
     *
     * @param hidden whether peers must not learn where this machine is
     * @param loopback whether the account's server is on this very machine, so that peers may be too; may block
     */
    Sockets(Requests requests, Executor workers, boolean hidden, BooleanSupplier loopback) {
        this.requests = requests;
        this.proxies = new Proxies(requests);
        this.server = new SocksServer(workers);
        this.hidden = hidden;
        this.loopback = loopback;
    }

    void began() {
        proxies.began();
    }

    static boolean is(@Nullable StandardExtensionElement transport) {
        return transport != null
                && NAMESPACE.equals(transport.getNamespace())
                && !Words.attribute(transport, "sid").isEmpty()
                && !"udp".equals(Words.attribute(transport, "mode"));
    }

    /**
     * Prepares our side of a stream. Blocks.
     *
     * @param theirs what the peer named already
     */
    SocketWay way(JingleSession session, String stream, List<Candidate> theirs) throws IOException {
        Jid own = requests.own();
        if (own == null) {
            throw new IOException("signed out");
        }
        String destination = Socks5Utils.createDigest(stream, own, session.peer);
        boolean near = loopback.getAsBoolean();
        List<Candidate> relays = relays();
        List<String> addresses = hidden ? List.of() : OwnAddresses.find(near);
        SocksServer.Awaited awaited = addresses.isEmpty() ? null : server.expect(destination);
        List<Candidate> ours = new ArrayList<>();
        if (awaited != null) {
            for (String address : addresses) {
                int rank = ours.size();
                ours.add(Candidate.of("d" + rank, address, awaited.port(), own.toString(), false, rank));
            }
        }
        relays.stream()
                .filter(relay -> theirs.stream().noneMatch(relay::isAtSamePlace))
                .forEach(ours::add);
        Predicate<Candidate> mayReach = their -> !hidden || relays.stream().anyMatch(their::isAtSamePlace);
        return new SocketWay(requests, session, stream, destination, ours, mayReach, awaited, near);
    }

    /** Those of our own server, to which everybody may turn. */
    private List<Candidate> relays() {
        List<Candidate> relays = new ArrayList<>();
        for (Proxies.Proxy proxy : proxies.find().join()) {
            int rank = relays.size();
            relays.add(Candidate.of("p" + rank, proxy.host(), proxy.port(), proxy.jid(), true, rank));
        }
        return relays;
    }
}
