package org.lamplight.sip.stack;

import gov.nist.javax.sip.ListeningPointExt;
import gov.nist.javax.sip.message.SIPRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sip.ClientTransaction;
import javax.sip.ListeningPoint;
import javax.sip.ObjectInUseException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.header.HeaderFactory;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;
import org.lamplight.sip.message.SipUri;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where one account sends from and hears. Its methods belong on the account's thread. */
public final class Endpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);
    private static final int BUSY = 503;
    /** What came before a connection was closed is served first. */
    private static final long CLOSED_MS = 200;

    private final SipStack stack;
    private final SipProvider provider;
    private final ListeningPoint point;
    private final Network network;
    private final Inbox inbox;
    private final Switchboard switchboard;
    private final MessageFactory messages;
    private final HeaderFactory headers;
    private volatile @Nullable SipUri contact;
    /** By TCP, where {@link #point} is by datagrams; opened when it is first needed. */
    private volatile @Nullable ListeningPoint streams;
    /** What went by TCP and was not answered yet, and what is done if it never will be. */
    private final Map<Sent, Supplier<@Nullable Sent>> streamed = new ConcurrentHashMap<>();

    private volatile @Nullable Endpoint heir;
    private volatile BooleanSupplier gone = () -> false;

    Endpoint(SipStack stack, SipProvider provider, Network network, Inbox inbox, Switchboard switchboard)
            throws SipException {
        this.stack = stack;
        this.provider = provider;
        this.point = provider.getListeningPoints()[0];
        this.network = network;
        this.inbox = inbox;
        this.switchboard = switchboard;
        this.messages = SipFactory.getInstance().createMessageFactory();
        this.headers = SipFactory.getInstance().createHeaderFactory();
    }

    public InetAddress address() {
        try {
            return InetAddress.getByName(point.getIPAddress());
        } catch (UnknownHostException isNumeric) {
            throw new IllegalStateException(isNumeric);
        }
    }

    /** As a URI has it. */
    public String host() {
        String host = point.getIPAddress();
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? '[' + host + ']' : host;
    }

    public int port() {
        return point.getPort();
    }

    public Transport transport() {
        return Transport.of(point.getTransport()).orElse(Transport.UDP);
    }

    /** Where the server was told to find us. */
    public void contact(SipUri told) {
        contact = told;
    }

    /**
     * Another one takes over what is new. This one hears on until it is closed.
     *
     * @param cutOff whether its address is gone, or its connections are
     */
    public void retire(Endpoint next, BooleanSupplier cutOff) {
        gone = cutOff;
        heir = next;
        network.forget(this);
    }

    /** Whether nothing goes from here any more. */
    public boolean isCutOff() {
        return heir != null && gone.getAsBoolean();
    }

    /** Who sends what began here: this one, or who took over. */
    Endpoint sender() {
        Endpoint next = heir;
        return next != null && gone.getAsBoolean() ? next.sender() : this;
    }

    /** The same, able to send by this transport. */
    SipProvider provider(String transport) throws SipException {
        if (transport().equals(Transport.UDP) && Transport.TCP.word().equalsIgnoreCase(transport)) {
            try {
                streamVia();
            } catch (IOException noPort) {
                throw new SipException("no port", noPort);
            }
        }
        return provider;
    }

    boolean hears(SipUri uri) {
        SipUri own = contact;
        return own != null && own.isSame(uri);
    }

    boolean isAt(Object other) {
        return provider == other;
    }

    SipProvider provider() {
        return provider;
    }

    HeaderFactory headers() {
        return headers;
    }

    // ---- out

    /** Allows connections there: TLS only to whom this trust knows. */
    public void expect(Place place, PeerTrust trust) {
        network.expect(this, place, trust, this::disconnected);
    }

    /** Nothing comes over the connection to there any more, though nobody closed it: the next request opens another one. */
    public void abandon(Place place) {
        network.abandon(place);
    }

    /** The same of those alone that begin at this address of ours. */
    public void abandon(Place place, InetAddress own) {
        network.abandon(place, own);
    }

    /** Sends it as a transaction. Whatever happens is told later, on the account's thread. */
    public @Nullable Sent send(String text, Place place, Replies replies) {
        Executor thread = inbox.thread();
        try {
            Sent sent = prepared(text, place, replies);
            try {
                sent.send();
            } catch (SipException unsent) {
                sent.unanswered(cause(unsent));
            }
            return sent;
        } catch (SipException | ParseException unsent) {
            LOG.debug("not sent: {}", cause(unsent));
            Threads.post(thread, new Logged(() -> replies.unanswered(cause(unsent))));
            return null;
        }
    }

    private Sent prepared(String text, Place place, Replies replies) throws SipException, ParseException {
        ClientTransaction transaction = provider.getNewClientTransaction(request(text, place));
        Sent sent = new Sent(this, transaction, place, replies, inbox.thread());
        transaction.setApplicationData(sent);
        return sent;
    }

    /** Sends an ACK, which nobody answers. */
    public void sendAlone(String text, Place place) {
        try {
            provider.sendRequest(request(text, place));
        } catch (SipException | ParseException unsent) {
            LOG.debug("not sent: {}", cause(unsent));
        }
    }

    /** Where answers go to what this endpoint, which is for datagrams, sends by TCP. Throws where there is no port for it. */
    public String streamVia() throws IOException {
        ListeningPoint open = streams;
        if (open == null) {
            open = SharedStack.point(stack, address(), port(), Transport.TCP);
            try {
                provider.addListeningPoint(open);
            } catch (SipException impossible) {
                throw new IOException(impossible);
            }
            streams = open;
            network.listen(this, this::closed);
        }
        return "TCP " + host() + ':' + open.getPort();
    }

    /**
     * As {@link #send}, by TCP; throws where no connection comes about, and then nothing else is told.
     *
     * @param unheard sends another one in its place; done on the account's thread if the connection is closed before anything
     *     was answered
     */
    public Sent sendByStream(String text, Place place, Replies replies, Supplier<@Nullable Sent> unheard)
            throws IOException {
        return hurried(place, () -> {
            Sent sent = prepared(text, place, replies);
            streamed.put(sent, unheard);
            try {
                sent.send();
                return sent;
            } catch (SipException unsent) {
                streamed.remove(sent);
                throw unsent;
            }
        });
    }

    /** Sends by TCP. */
    private interface Sending<T> {
        T now() throws SipException, ParseException;
    }

    /** A connection that does not come about soon is given up, as there is another way. */
    private <T> T hurried(Place place, Sending<T> sending) throws IOException {
        network.hurry(place);
        try {
            return sending.now();
        } catch (SipException | ParseException unsent) {
            throw new IOException(cause(unsent));
        } finally {
            network.calm(place);
        }
    }

    void heardOf(Sent sent) {
        streamed.remove(sent);
    }

    /** A connection to there was closed. */
    private void closed(InetSocketAddress there) {
        if (streamed.keySet().stream().anyMatch(one -> one.goesTo(there))) {
            CompletableFuture.delayedExecutor(CLOSED_MS, TimeUnit.MILLISECONDS)
                    .execute(() -> Threads.post(inbox.thread(), new Logged(() -> replaceUnheard(there))));
        }
    }

    /** Unless we moved: then whoever sent it knows better. */
    private void replaceUnheard(InetSocketAddress there) {
        for (Sent one : List.copyOf(streamed.keySet())) {
            Supplier<@Nullable Sent> unheard = one.goesTo(there) ? streamed.remove(one) : null;
            if (unheard != null && heir == null) {
                one.replace(unheard);
            }
        }
    }

    /** As {@link #sendAlone}, by TCP; throws where no connection comes about. */
    public void sendAloneByStream(String text, Place place) throws IOException {
        hurried(place, () -> {
            provider.sendRequest(request(text, place));
            return true;
        });
    }

    private Request request(String text, Place place) throws ParseException {
        Request request = messages.createRequest(text);
        Pointed.point(request, place);
        return request;
    }

    /** What a parser says quotes the message, and that is nobody's business. */
    private static String cause(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof ParseException ? "it can't be written" : String.valueOf(deepest.getMessage());
    }

    /** Keeps the way open: an empty datagram, or the double line break of RFC 5626, section 3.5.1. */
    public void beat(Place place) throws IOException {
        ((ListeningPointExt) point).sendHeartbeat(place.getHost(), place.port());
        ListeningPoint open = streams;
        if (open != null && network.isOpen(place, address())) {
            try {
                ((ListeningPointExt) open).sendHeartbeat(place.getHost(), place.port());
            } catch (IOException | RuntimeException broken) {
                // the line does not hang on it
                LOG.debug("the connection beside it is gone: {}", broken.toString());
            }
        }
    }

    // ---- in

    void arrived(SIPRequest request, @Nullable ServerTransaction transaction, SipProvider through) {
        InetAddress from = request.getRemoteAddress();
        int refusal = inbox.refusal(request, from);
        if (refusal > 0) {
            refuse(request, through, refusal);
            return;
        }
        ServerTransaction used = transaction;
        try {
            if (used == null && !request.getMethod().equals(Request.ACK)) {
                used = through.getNewServerTransaction(request);
            }
        } catch (javax.sip.TransactionAlreadyExistsException repeated) {
            return;
        } catch (SipException unusable) {
            LOG.debug("{} came and can't be answered: {}", request.getMethod(), unusable.toString());
            return;
        }
        Arrival arrival = new Arrival(this, request, used, from);
        Threads.post(inbox.thread(), () -> guarded(arrival));
    }

    private void guarded(Arrival arrival) {
        try {
            inbox.request(arrival);
        } catch (RuntimeException bad) {
            LOG.debug("{} could not be served: {}", arrival.method(), bad.toString());
            LOG.trace("cause", bad);
            arrival.reply(arrival.isAnswered() ? 0 : 400);
        }
    }

    /** Without a transaction, so that it costs next to nothing. */
    private void refuse(SIPRequest request, SipProvider through, int code) {
        if (request.getMethod().equals(Request.ACK)) {
            return;
        }
        try {
            Response response = messages.createResponse(code, request);
            if (code == BUSY) {
                response.addHeader(headers.createRetryAfterHeader(30));
            }
            through.sendResponse(response);
        } catch (SipException | ParseException | javax.sip.InvalidArgumentException unsent) {
            LOG.trace("not refused", unsent);
        }
    }

    MessageFactory messages() {
        return messages;
    }

    void stray(Response response) {
        Threads.post(inbox.thread(), new Logged(() -> inbox.stray(response)));
    }

    /** A connection of this kind is gone. That of a long request alone is no way to us. */
    void disconnected(String transport) {
        if (transport().word().equalsIgnoreCase(transport)) {
            disconnected();
        }
    }

    void disconnected() {
        if (heir == null) {
            Threads.post(inbox.thread(), new Logged(inbox::disconnected));
        }
    }

    @Override
    public void close() {
        // who took over sends for it from now on
        gone = () -> true;
        network.forget(this);
        switchboard.remove(this);
        provider.removeSipListener(switchboard);
        Threads.daemon("sip-port-close", this::closePort);
    }

    /** The library takes a second for it. */
    private void closePort() {
        try {
            stack.deleteSipProvider(provider);
            stack.deleteListeningPoint(point);
            ListeningPoint open = streams;
            if (open != null) {
                stack.deleteListeningPoint(open);
            }
        } catch (ObjectInUseException busy) {
            LOG.debug("a port stays open", busy);
        }
    }
}
