package org.lamplight.xmpp.jingle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    private static final long LOOKING_SECONDS = 3;

    private final Requests requests;
    private final Proxies proxies;
    private final SocksServer server;
    private final SocksClient client;
    private final Predicate<Jid> hidden;
    private final BooleanSupplier loopback;

    /**
     * Makes one.
     *
     * @param clock ends what takes too long
     * @param hidden from whom it is kept where this machine is
     * @param loopback whether the account's server is on this very machine, so that peers may be too; may block
     */
    Sockets(
            Requests requests,
            Executor workers,
            ScheduledExecutorService clock,
            Predicate<Jid> hidden,
            BooleanSupplier loopback) {
        this.requests = requests;
        this.proxies = new Proxies(requests);
        this.server = new SocksServer(workers, clock);
        this.client = new SocksClient(clock);
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
        boolean near = loopback.getAsBoolean();
        boolean isHidden = hidden.test(session.peer);
        List<Candidate> relays = relays();
        List<String> addresses = isHidden ? List.of() : OwnAddresses.find(near);
        String destination = Socks5Utils.createDigest(stream, own, session.peer);
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
        CandidateGate gate = new CandidateGate(near, isHidden, relays);
        return new SocketWay(session, client, stream, destination, ours, gate, awaited);
    }

    /** Those of our own server, to which everybody may turn. A service there that is dumb holds nobody up for long. */
    private List<Candidate> relays() {
        List<Candidate> relays = new ArrayList<>();
        List<Proxies.Proxy> found = proxies.find()
                .copy()
                .completeOnTimeout(List.of(), LOOKING_SECONDS, TimeUnit.SECONDS)
                .join();
        for (Proxies.Proxy proxy : found) {
            int rank = relays.size();
            relays.add(Candidate.of("p" + rank, proxy.host(), proxy.port(), proxy.jid(), true, rank));
        }
        return relays;
    }
}
