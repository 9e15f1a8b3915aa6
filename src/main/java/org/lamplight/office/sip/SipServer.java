package org.lamplight.office.sip;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lamplight.office.sip.digest.Digest;
import org.lamplight.office.sip.directory.Directory;
import org.lamplight.office.sip.directory.SipAccount;
import org.lamplight.office.sip.line.Exchange;
import org.lamplight.office.sip.line.Lines;
import org.lamplight.office.sip.line.PlacedCall;
import org.lamplight.office.sip.media.MediaLoop;
import org.lamplight.office.sip.message.BadMessage;
import org.lamplight.office.sip.message.SipMessage;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.presence.CallStates;
import org.lamplight.office.sip.presence.PresenceAgent;
import org.lamplight.office.sip.proxy.Proxy;
import org.lamplight.office.sip.proxy.Ways;
import org.lamplight.office.sip.registrar.Bindings;
import org.lamplight.office.sip.registrar.Registrar;
import org.lamplight.office.sip.transaction.SipThread;
import org.lamplight.office.sip.transaction.Transactions;
import org.lamplight.office.sip.transport.Flow;
import org.lamplight.office.sip.transport.Inbox;
import org.lamplight.office.sip.transport.SipPorts;

/**
 * A SIP registrar and proxy on loopback (RFC 3261, and 3327, 3581, 3856, 3903, 4235, 5626, 5658, 6026, 6665, 7616, 8760 in
 * part) for one domain, with presence, busy lamps, and lines and colleagues that answer with sound. UDP and TCP have one port number, TLS another.
 *
 * <p>Thread-safe. All state lives on one thread; the sound of all calls on another.
 */
public final class SipServer implements AutoCloseable {
    private final Directory directory;
    private final SipThread thread = new SipThread();
    private final MediaLoop media;
    private final SipPorts ports;
    private final Bindings bindings;
    private final Transactions transactions;
    private final Exchange exchange;
    private final Lines lines;
    private final PresenceAgent agent;

    private SipServer(SipSettings settings, Collection<SipAccount> accounts) throws IOException {
        directory = new Directory(settings.domain(), accounts);
        bindings = new Bindings(settings.clock());
        media = new MediaLoop();
        ports = openPorts(settings);
        Ways ways = new Ways(ports, bindings, directory);
        transactions = new Transactions(thread, ports);
        Proxy proxy = new Proxy(thread, transactions, ways, settings.domain());
        CallStates calls = new CallStates();
        exchange = new Exchange(thread, ports, transactions, ways, proxy, directory, media, calls);
        lines = new Lines(exchange, settings.pace());
        Digest digest = new Digest(directory, settings.clock(), settings.nonceLifetime(), settings.offersSha256());
        Registrar registrar = new Registrar(directory, bindings, settings.clock(), settings.shortest());
        agent = new PresenceAgent(thread, ports, transactions, ways, directory, bindings, calls, settings.shortest());
        transactions.handler(new Reception(directory, digest, registrar, ways, proxy, exchange, lines, calls, agent));
    }

    /**
     * Starts the server; its ports answer when this returns.
     *
     * @throws IOException if a port is taken
     */
    public static SipServer open(SipSettings settings, Collection<SipAccount> accounts) throws IOException {
        SipServer server = new SipServer(settings, accounts);
        server.thread.open();
        return server;
    }

    private SipPorts openPorts(SipSettings settings) throws IOException {
        try {
            return SipPorts.open(settings.port(), settings.tlsPort(), settings.tls(), new Doorman());
        } catch (IOException e) {
            media.close();
            thread.close();
            throw e;
        }
    }

    /** Brings what comes in to the server's thread, and turns away what is no message. */
    private final class Doorman implements Inbox {
        @Override
        public void received(SipMessage message, Flow from) {
            if (!thread.isFlooded() || from.isReliable()) {
                thread.run(() -> take(message, from));
            }
        }

        private void take(SipMessage message, Flow from) {
            if (message instanceof SipRequest request) {
                transactions.received(request, from);
            } else if (message instanceof SipResponse response) {
                transactions.received(response);
            }
        }

        @Override
        public void garbled(BadMessage bad, Flow from) {
            SipRequest request = bad.request();
            if (request != null) {
                from.send(request.answer(bad.code(), String.valueOf(bad.getMessage()))
                        .write());
            }
        }

        @Override
        public void closed(Flow flow) {
            thread.run(() -> bindings.closed(flow));
        }
    }

    /** The port of UDP and of TCP. */
    public int port() {
        return ports.port();
    }

    /** The port of TLS; 0 if there is none. */
    public int tlsPort() {
        return ports.tlsPort();
    }

    public String domain() {
        return directory.domain();
    }

    /** The user parts of the lines that anybody may call, such as {@code echo}. */
    public List<String> services() {
        return Lines.services();
    }

    /**
     * Has somebody call a user who has a telephone registered; the caller talks once the call is answered.
     *
     * @param from a user or a number
     * @param to a user or a number
     * @return done when the telephones have been told to ring; exceptionally if there are none
     * @throws IllegalArgumentException if there is no such user
     */
    public CompletableFuture<PlacedCall> call(String from, String to) {
        return lines.call(require(from), require(to));
    }

    private SipAccount require(String user) {
        SipAccount account = directory.find(user);
        if (account == null) {
            throw new IllegalArgumentException("nobody is called " + user);
        }
        return account;
    }

    /** How many telephones a user has registered now. */
    public CompletableFuture<Integer> registered(String user) {
        return CompletableFuture.supplyAsync(
                () -> bindings.of(require(user).user()).size(), thread::run);
    }

    /** Forgets all registrations, as a server does that starts again. */
    public void forgetRegistrations() {
        thread.run(bindings::clear);
    }

    /** How many calls end in the office itself now. */
    public CompletableFuture<Integer> ownCalls() {
        return CompletableFuture.supplyAsync(exchange::size, thread::run);
    }

    /** How many subscriptions to presence and busy lamps there are. */
    public CompletableFuture<Integer> subscriptions() {
        return CompletableFuture.supplyAsync(agent::size, thread::run);
    }

    /** Ends all calls that end in the office itself. */
    public void hangUpAll() {
        thread.run(exchange::hangUpAll);
    }

    /** How many connections there are by TCP and TLS. */
    public int connections() {
        return ports.connections();
    }

    /** Resets all connections, as a network that breaks does. */
    public void cutConnections() {
        ports.cutConnections();
    }

    /** Ends everything; when it returns the ports are free. Nobody is told. */
    @Override
    public void close() throws IOException {
        thread.close();
        ports.close();
        media.close();
    }
}
