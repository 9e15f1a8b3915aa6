package org.lamplight.xmpp.jingle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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
import org.lamplight.chat.Details.SharedFile;
import org.lamplight.chat.files.FileCarrier;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.http.Refused;
import org.lamplight.xmpp.stream.ElementIq;

/**
 * Files straight to and from the clients of peers, for one account. A file that is offered waits, unanswered, until the user
 * takes or declines it; so many may wait from one peer, and in all. From any thread.
 */
public final class JingleFiles {
    /** What others find out about a client that has this. */
    public static final List<String> FEATURES = List.of(
            Words.NAMESPACE,
            Offer.NAMESPACE,
            Sockets.NAMESPACE,
            InBand.NAMESPACE,
            FileHash.NAMESPACE,
            "urn:xmpp:hash-function-text-names:sha-256");

    private static final Texts TEXTS = Texts.of(JingleFiles.class);

    private final Means means;
    private final Function<Jid, Standing> standing;
    private final Ear ear;
    private final Waiting waiting = new Waiting();
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

        /** It is not offered any more, and nobody took it; {@code why} is a sentence for the user. */
        void withdrawn(String url, String why);
    }

    /**
     * Makes one.
     *
     * @param workers threads that may block
     * @param clock looks after transfers that stand still
     * @param hidden whether peers must not learn where this machine is
     * @param near whether the account's server is on this very machine; may block
     * @param standing who somebody is to the user; must not block
     */
    public JingleFiles(
            Supplier<? extends XMPPConnection> connection,
            ExecutorService workers,
            ScheduledExecutorService clock,
            boolean hidden,
            BooleanSupplier near,
            Function<Jid, Standing> standing,
            Ear ear) {
        this(connection, workers, clock, hidden, near, standing, ear, Patience.USUAL);
    }

    JingleFiles(
            Supplier<? extends XMPPConnection> connection,
            ExecutorService workers,
            ScheduledExecutorService clock,
            boolean hidden,
            BooleanSupplier near,
            Function<Jid, Standing> standing,
            Ear ear,
            Patience patience) {
        Requests requests = new Requests(connection);
        Predicate<Jid> hiddenFrom = peer -> hidden || standing.apply(peer) != Standing.CONTACT;
        Sockets sockets = new Sockets(requests, workers, clock, hiddenFrom, near);
        this.means = new Means(requests, new InBand(requests), sockets, workers, clock, patience);
        this.standing = standing;
        this.ear = ear;
    }

    /** A name that nobody can guess, and nobody else gives. */
    static String freshId() {
        return UUID.randomUUID().toString();
    }

    /** Has what is said in sessions read as it is. Once for the program. */
    public static void teachReaders() {
        ProviderManager.addIQProvider(Words.ELEMENT, Words.NAMESPACE, new ElementIq.Provider());
    }

    /** Listens on this connection too. */
    public void attach(XMPPConnection connection) {
        means.inBand().attach(connection);
        connection.registerIQRequestHandler(
                new AbstractIqRequestHandler(Words.ELEMENT, Words.NAMESPACE, IQ.Type.set, IQRequestHandler.Mode.sync) {
                    @Override
                    public IQ handleIQRequest(IQ request) {
                        return answer((ElementIq) request);
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
        Sending sending = new Sending(means, taker, freshId(), out, progress);
        add(sending);
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
            return CompletableFuture.failedFuture(new Refused(TEXTS.get("offer.over"), false));
        }
        try {
            ear.taken(url);
            receiving.take(into, most, progress);
            return receiving.result;
        } catch (Refused twice) {
            return CompletableFuture.failedFuture(twice);
        }
    }

    public void decline(String url) {
        receiving(url).ifPresent(receiving -> receiving.drop("decline"));
    }

    private Optional<Receiving> receiving(String url) {
        return offers().stream().filter(receiving -> url(receiving).equals(url)).findFirst();
    }

    private List<Receiving> offers() {
        return sessions.values().stream()
                .filter(Receiving.class::isInstance)
                .map(Receiving.class::cast)
                .toList();
    }

    private static String url(Receiving receiving) {
        return SharedFile.OF_PEERS + receiving.peer + "?jingle;sid=" + receiving.sid;
    }

    // ---- what happens to the connection

    /** Our session with the server is a new one: nobody there knows of what the old one was needed for. */
    public void began() {
        means.sockets().began();
        sessions.values().stream()
                .filter(JingleSession::needsServer)
                .forEach(session -> session.endedByPeer("session"));
    }

    /** This client of a peer has gone. */
    public void gone(Jid client) {
        sessions.values().stream()
                .filter(session -> session.peer.equals(client))
                .filter(JingleSession::needsServer)
                .forEach(session -> session.endedByPeer("gone"));
    }

    /** Gives up all. */
    public void close() {
        sessions.values().forEach(session -> session.drop("gone"));
    }

    // ---- what peers say

    private IQ answer(ElementIq iq) {
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

    private static IQ unknown(IQ iq, boolean begins) {
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

    private IQ begin(IQ iq, Key key, Words words) {
        Standing theirs = key.peer().hasResource() ? standing.apply(key.peer()) : Standing.NOBODY;
        if (theirs == Standing.NOBODY) {
            return IQ.createErrorResponse(iq, StanzaError.Condition.service_unavailable);
        }
        Optional<Offer> offer = Offer.read(words.description());
        if (offer.isEmpty()) {
            refuse(key, words, "unsupported-applications");
        } else if (!Receiving.isWay(words.transport())) {
            refuse(key, words, "unsupported-transports");
        } else if (!waiting.takes(key.peer(), theirs, offers())) {
            refuse(key, words, "busy");
        } else {
            Receiving receiving = new Receiving(means, key.peer(), theirs, words, offer.get());
            add(receiving);
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

    /** Once the answer to what was asked has gone. */
    private void refuse(Key key, Words words, String reason) {
        Jid own = means.requests().own();
        ElementIq iq = Words.end(words.sid(), reason).toIq(key.peer().toString(), String.valueOf(own));
        iq.setTo(key.peer());
        Threads.post(means.workers(), () -> means.requests().ask(iq));
    }

    private void add(JingleSession session) {
        Key key = new Key(session.peer, session.sid);
        sessions.put(key, session);
        session.result.whenComplete((done, thrown) -> {
            sessions.remove(key, session);
            if (session instanceof Receiving receiving && !receiving.isAgreed() && thrown instanceof Refused why) {
                ear.withdrawn(url(receiving), String.valueOf(why.getMessage()));
            }
        });
    }
}
