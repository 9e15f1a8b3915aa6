package org.lamplight.xmpp.jingle;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smackx.bytestreams.socks5.Socks5Utils;
import org.jivesoftware.smackx.bytestreams.socks5.packet.Bytestream;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our side in finding a socket for one stream: both sides try what the other named, say what they reached, and go by the
 * better of the two. For one thread, but for {@link #close}.
 */
final class SocketWay implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWay.class);
    private static final Duration TRYING = Duration.ofSeconds(12);
    private static final String HASH = "\\p{XDigit}{40}";
    private static final Duration ARRIVING = Duration.ofSeconds(5);

    private final JingleSession session;
    private final Requests requests;
    private final SocksClient client;
    private final String stream;
    private final String destination;
    private final List<Candidate> ours;
    private final CandidateGate gate;
    private final SocksServer.@Nullable Awaited awaited;

    /** One of theirs, and the socket that leads there. */
    private record Reached(Candidate candidate, Socket socket) {}

    SocketWay(
            JingleSession session,
            SocksClient client,
            String stream,
            String destination,
            List<Candidate> ours,
            CandidateGate gate,
            SocksServer.@Nullable Awaited awaited) {
        this.session = session;
        this.requests = session.means.requests();
        this.client = client;
        this.stream = stream;
        this.destination = destination;
        this.ours = List.copyOf(ours);
        this.gate = gate;
        this.awaited = awaited;
    }

    /** What we name. */
    StandardExtensionElement element(boolean initiator) {
        StandardExtensionElement.Builder transport = StandardExtensionElement.builder("transport", Sockets.NAMESPACE)
                .addAttribute("sid", stream)
                .addAttribute("dstaddr", destination);
        if (initiator) {
            transport.addAttribute("mode", "tcp");
        }
        ours.forEach(candidate -> transport.addElement(candidate.element()));
        return transport.build();
    }

    /** A socket to the peer; empty if there is no way. Blocks. */
    Optional<Socket> connect(StandardExtensionElement transport, boolean initiator) throws IOException {
        Optional<Reached> reached = tryAll(transport);
        say(reached.map(one -> news("candidate-used", one.candidate().id()))
                .orElseGet(() -> news("candidate-error", "")));
        try {
            String picked = session.await(session.signals.picked, JingleSession.ANSWER);
            Candidate mine = ours.stream()
                    .filter(candidate -> candidate.id().equals(picked))
                    .findFirst()
                    .orElse(null);
            if (mine == null
                    || reached.filter(one -> isBetter(one, mine, initiator)).isPresent()) {
                reached.ifPresent(one -> session.goes(one.candidate()));
                return reached.isPresent() ? go(reached.get()) : Optional.empty();
            }
            reached.ifPresent(one -> JingleSession.close(one.socket()));
            session.goes(mine);
            return mine.proxy() ? goByProxy(mine) : arrived();
        } catch (RuntimeException e) {
            reached.ifPresent(one -> JingleSession.close(one.socket()));
            throw e;
        }
    }

    private static boolean isBetter(Reached one, Candidate mine, boolean initiator) {
        int difference = one.candidate().priority() - mine.priority();
        return difference > 0 || (difference == 0 && initiator);
    }

    // ---- what they named

    private Optional<Reached> tryAll(StandardExtensionElement transport) {
        String told = Words.attribute(transport, "dstaddr");
        String theirs = told.matches(HASH) ? told : Socks5Utils.createDigest(stream, session.peer, own());
        long end = System.nanoTime() + TRYING.toNanos();
        for (Candidate candidate : Candidate.read(transport)) {
            if (System.nanoTime() > end || session.result.isDone() || isBeaten(candidate)) {
                break;
            }
            Optional<Socket> socket = reach(candidate, theirs);
            if (socket.isPresent()) {
                return Optional.of(new Reached(candidate, socket.get()));
            }
        }
        return Optional.empty();
    }

    /** They reached one of ours that is better. */
    private boolean isBeaten(Candidate candidate) {
        String picked = session.signals.picked.isCompletedExceptionally() ? "" : session.signals.picked.getNow("");
        return ours.stream().anyMatch(mine -> mine.id().equals(picked) && mine.priority() > candidate.priority());
    }

    private Optional<Socket> reach(Candidate candidate, String theirs) {
        try {
            Optional<InetSocketAddress> place = gate.place(candidate);
            return place.isPresent() ? Optional.of(client.connect(place.get(), theirs)) : Optional.empty();
        } catch (IOException e) {
            LOG.debug("{} is not reached: {}", candidate, e.toString());
            return Optional.empty();
        }
    }

    private Optional<Socket> go(Reached one) throws IOException {
        if (!one.candidate().proxy() || session.await(session.signals.activated, JingleSession.ANSWER)) {
            return Optional.of(one.socket());
        }
        one.socket().close();
        return Optional.empty();
    }

    // ---- what we named

    private Optional<Socket> arrived() throws IOException {
        return awaited == null ? Optional.empty() : awaited.take(ARRIVING);
    }

    private Optional<Socket> goByProxy(Candidate mine) throws IOException {
        Socket socket = null;
        try {
            socket = client.connect(new InetSocketAddress(mine.host(), mine.port()), destination);
            Bytestream activation = new Bytestream(stream);
            activation.setMode(null);
            activation.setType(IQ.Type.set);
            activation.setTo(JidCreate.fromOrThrowUnchecked(mine.jid()));
            activation.setToActivate(session.peer);
            requests.answer(activation);
        } catch (IOException e) {
            LOG.info("The proxy {} does not serve us: {}", mine.jid(), e.toString());
            JingleSession.close(socket);
            say(news("proxy-error", ""));
            return Optional.empty();
        }
        say(news("activated", mine.id()));
        return Optional.of(socket);
    }

    // ---- what is said of it

    private Jid own() {
        Jid own = requests.own();
        return own == null ? session.peer : own;
    }

    private static StandardExtensionElement news(String word, String id) {
        StandardExtensionElement.Builder news = StandardExtensionElement.builder(word, Sockets.NAMESPACE);
        if (!id.isEmpty()) {
            news.addAttribute("cid", id);
        }
        return news.build();
    }

    private void say(StandardExtensionElement news) {
        session.say(session.words(Words.TRANSPORT_INFO)
                .by(StandardExtensionElement.builder("transport", Sockets.NAMESPACE)
                        .addAttribute("sid", stream)
                        .addElement(news)
                        .build()));
    }

    /** Nobody is awaited any more; a socket that was found stays. */
    @Override
    public void close() throws IOException {
        if (awaited != null) {
            awaited.close();
        }
    }
}
