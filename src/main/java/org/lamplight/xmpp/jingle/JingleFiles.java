package org.lamplight.xmpp.jingle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.iqrequest.AbstractIqRequestHandler;
import org.jivesoftware.smack.iqrequest.IQRequestHandler;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.chat.files.FileCarrier;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.http.Refused;

/**
 * Files straight to and from the clients of peers, for one account. A file that is offered waits, unanswered, until the user
 * takes or declines it; so many may wait from one peer, and in all. From any thread.
 */
public final class JingleFiles {
    /** What others find out about a client that has this. */
    public static final List<String> FEATURES = List.of(
            JingleIq.NAMESPACE,
            Offer.NAMESPACE,
            Sockets.NAMESPACE,
            InBand.NAMESPACE,
            FileHash.NAMESPACE,
            "urn:xmpp:hash-function-text-names:sha-256");

    private static final int MOST_OF_PEER = 20;
    private static final int MOST = 200;

    private final Means means;
    private final Predicate<Jid> welcome;
    private final Ear ear;
    private final Map<Key, JingleSession> sessions = new ConcurrentHashMap<>();

    private record Key(Jid peer, String sid) {}

    /** Hears of offers, on the connection's thread. */
    public interface Ear {
        /**
         * A peer offers a file.
         *
         * @param url by which it is taken
         * @param words what is said with it; empty for nothing
         * @param size in bytes
         * @param type its media type
         */
        void offered(String peer, String url, String name, String words, long size, String type);

        /** The user takes it: what becomes of it is told to whoever wanted it. */
        void taken(String url);

        /** It is not offered any more, and nobody took it. */
        void withdrawn(String url);
    }

    /**
     * Makes one.
     *
     * @param workers threads that may block
     * @param clock looks after transfers that stand still
     * @param hidden whether peers must not learn where this machine is
     * @param near whether the account's server is on this very machine; may block
     * @param welcome whether somebody with this address may offer anything
     */
    public JingleFiles(
            Supplier<? extends XMPPConnection> connection,
            ExecutorService workers,
            ScheduledExecutorService clock,
            boolean hidden,
            BooleanSupplier near,
            Predicate<Jid> welcome,
            Ear ear) {
        Requests requests = new Requests(connection);
        Sockets sockets = new Sockets(requests, workers, hidden, near);
        this.means = new Means(requests, new InBand(requests), sockets, workers, clock, this::over);
        this.welcome = welcome;
        this.ear = ear;
    }

    /** Has what is said in sessions read as it is. Once for the program. */
    public static void teachReaders() {
        ProviderManager.addIQProvider(JingleIq.ELEMENT, JingleIq.NAMESPACE, new JingleIq.Provider());
    }

    /** Listens on this connection too. */
    public void attach(XMPPConnection connection) {
        means.inBand().attach(connection);
        connection.registerIQRequestHandler(
                new AbstractIqRequestHandler(
                        JingleIq.ELEMENT, JingleIq.NAMESPACE, IQ.Type.set, IQRequestHandler.Mode.sync) {
                    @Override
                    public IQ handleIQRequest(IQ request) {
                        return answer((JingleIq) request);
                    }
                });
    }

    // ---- what the user does

    /** The first of these clients of a peer that takes files; empty if none does. */
    public CompletableFuture<Optional<Taker>> find(List<Jid> clients) {
        return new Takers(means.requests()).first(clients);
    }

    /** Offers a file, and sends it once the peer says yes. Fails with {@link Refused}; cancelled, it is taken back. */
    public CompletableFuture<@Nullable String> send(
            Taker taker, FileCarrier.Outgoing out, FileCarrier.Progress progress) {
        Sending sending = new Sending(means, taker, Ids.fresh(), out, progress);
        sessions.put(new Key(sending.peer, sending.sid), sending);
        sending.begin();
        return sending.result;
    }

    /**
     * Takes a file that is offered. Fails with {@link Refused}; cancelled, it is given up.
     *
     * @param into an empty file
     * @param most bytes that it may have
     */
    public CompletableFuture<@Nullable String> take(String url, Path into, long most, FileCarrier.Progress progress) {
        Receiving receiving = receiving(url).orElse(null);
        if (receiving == null) {
            return CompletableFuture.failedFuture(new Refused(JingleSession.TEXTS.get("offer.over"), false));
        }
        try {
            receiving.take(into, most, progress);
            ear.taken(url);
            return receiving.result;
        } catch (Refused twice) {
            return CompletableFuture.failedFuture(twice);
        }
    }

    public void decline(String url) {
        receiving(url).ifPresent(receiving -> receiving.drop("decline"));
    }

    private Optional<Receiving> receiving(String url) {
        return sessions.values().stream()
                .filter(Receiving.class::isInstance)
                .map(Receiving.class::cast)
                .filter(receiving -> url(receiving).equals(url))
                .findFirst();
    }

    private static String url(Receiving receiving) {
        return "xmpp:" + receiving.peer + "?jingle;sid=" + receiving.sid;
    }

    // ---- what happens to the connection

    /** Our session with the server is a new one: nobody there knows of what waited in the old one. */
    public void began() {
        means.sockets().began();
        sessions.values().stream().filter(JingleSession::isWaiting).forEach(JingleSession::lost);
    }

    /** This client of a peer has gone. */
    public void gone(Jid client) {
        sessions.values().stream()
                .filter(session -> session.peer.equals(client))
                .filter(JingleSession::isWaiting)
                .forEach(JingleSession::gone);
    }

    /** Gives up all. */
    public void close() {
        sessions.values().forEach(session -> session.drop("gone"));
    }

    // ---- what peers say

    private IQ answer(JingleIq iq) {
        Jid from = iq.getFrom();
        Words words = Words.read(iq.content()).orElse(null);
        if (from == null || words == null) {
            return IQ.createErrorResponse(iq, StanzaError.Condition.bad_request);
        }
        Key key = new Key(from, words.sid());
        JingleSession session = sessions.get(key);
        boolean begins = words.action().equals(Words.INITIATE);
        if (session == null && begins) {
            return begin(iq, key, words);
        }
        if (session == null || begins) {
            return unknown(iq, begins);
        }
        session.heard(words);
        return IQ.createResultIQ(iq);
    }

    private static IQ unknown(JingleIq iq, boolean begins) {
        if (begins) {
            return IQ.createErrorResponse(iq, StanzaError.Condition.conflict);
        }
        return IQ.createErrorResponse(
                iq,
                StanzaError.getBuilder(StanzaError.Condition.item_not_found)
                        .addExtension(StandardExtensionElement.builder("unknown-session", "urn:xmpp:jingle:errors:1")
                                .build())
                        .build());
    }

    private IQ begin(JingleIq iq, Key key, Words words) {
        if (!key.peer().hasResource() || !welcome.test(key.peer())) {
            return IQ.createErrorResponse(iq, StanzaError.Condition.service_unavailable);
        }
        Optional<Offer> offer = Offer.read(words.description());
        if (offer.isEmpty()) {
            refuse(key, words, "unsupported-applications");
        } else if (!Receiving.isWay(words.transport())) {
            refuse(key, words, "unsupported-transports");
        } else if (sessions.size() >= MOST || waitingOf(key.peer()) >= MOST_OF_PEER) {
            refuse(key, words, "busy");
        } else {
            Receiving receiving = new Receiving(means, key.peer(), words, offer.get());
            sessions.put(key, receiving);
            tell(receiving);
        }
        return IQ.createResultIQ(iq);
    }

    private void tell(Receiving receiving) {
        Offer offer = receiving.offer();
        ear.offered(
                receiving.peer.asBareJid().toString(),
                url(receiving),
                offer.name(),
                offer.words(),
                offer.size(),
                offer.type());
    }

    private long waitingOf(Jid peer) {
        return sessions.keySet().stream()
                .filter(key -> key.peer().asBareJid().equals(peer.asBareJid()))
                .count();
    }

    /** Once the answer to what was asked has gone. */
    private void refuse(Key key, Words words, String reason) {
        Jid own = means.requests().own();
        JingleIq iq = Words.end(words.sid(), reason).toIq(key.peer().toString(), String.valueOf(own));
        iq.setTo(key.peer());
        Threads.post(means.workers(), () -> means.requests().ask(iq));
    }

    private void over(JingleSession session) {
        sessions.remove(new Key(session.peer, session.sid), session);
        if (session instanceof Receiving receiving && !receiving.isTaken()) {
            ear.withdrawn(url(receiving));
        }
    }
}
