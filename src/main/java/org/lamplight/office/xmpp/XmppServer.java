package org.lamplight.office.xmpp;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lamplight.office.xmpp.xml.Element;

/**
 * An XMPP server on loopback (RFC 6120, RFC 6121, and XEP-0012, 0030, 0049, 0054, 0060 and 0163 in part, 0059, 0092,
 * 0115, 0160, 0191, 0198, 0199, 0202, 0203, 0237, 0280, 0313, 0334, 0352, 0359, 0377, 0402) for one domain. Other
 * services {@link #attach themselves}, such as rooms (XEP-0045, 0249, 0313, 0410, 0421).
 *
 * <p>Thread-safe. One lock guards all state; inboxes of local clients and the watcher of logins are called with it held,
 * on whatever thread sent the stanza, so they may only pass on what they get.
 */
public final class XmppServer implements AutoCloseable {
    private final XmppSettings settings;
    private final Switchboard switchboard;
    private final Connections connections;
    private final ScheduledExecutorService clock;
    private final int port;
    private final int tlsPort;
    private List<Listener> listeners;

    private XmppServer(XmppSettings settings) throws IOException {
        this.settings = settings;
        this.switchboard = new Switchboard(settings.domain());
        this.clock = new ScheduledThreadPoolExecutor(1, XmppServer::daemon, new ThreadPoolExecutor.DiscardPolicy());
        this.connections = new Connections(
                settings, switchboard, new Hibernation(switchboard, clock, settings.resumable()), clock);
        this.listeners = List.of();
        listen(settings.port(), settings.tlsPort());
        this.port = listeners.get(0).port();
        this.tlsPort = listeners.get(1).port();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "office-xmpp-clock");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts the server; it takes connections when this returns.
     *
     * @throws IOException if a port is taken
     */
    public static XmppServer open(XmppSettings settings) throws IOException {
        return new XmppServer(settings);
    }

    private void listen(int plain, int tls) throws IOException {
        Listener first = Listener.open(plain, "office-xmpp-accept", socket -> connections.visit(socket, false));
        try {
            listeners = List.of(
                    first, Listener.open(tls, "office-xmpps-accept", socket -> connections.visit(socket, true)));
        } catch (IOException e) {
            first.close();
            clock.shutdownNow();
            throw e;
        }
    }

    public String domain() {
        return settings.domain();
    }

    public int port() {
        return port;
    }

    public int tlsPort() {
        return tlsPort;
    }

    public void addAccount(String local, String password) {
        switchboard.addAccount(local, password);
    }

    /** Puts a contact into a roster as it stands, telling nobody; both sides need one. */
    public void addContact(String owner, String contact, String name, List<String> groups, boolean to, boolean from) {
        Jid jid = new Jid(contact, settings.domain(), "");
        synchronized (switchboard) {
            switchboard.require(owner).roster.put(new RosterItem(jid, name, groups, to, from, false, true));
        }
    }

    public void setVCard(String local, Element card) {
        synchronized (switchboard) {
            switchboard.require(local).vcard = card;
        }
    }

    /** Publishes a personal event for an account, whether or not it is online; the item is named {@code id}. */
    public void publish(String local, String node, String id, Element payload) {
        synchronized (switchboard) {
            Element item = Element.of("item", Ns.PUBSUB).with("id", id).add(payload);
            switchboard.pep().publish(switchboard.require(local), node, item);
        }
    }

    /** Publishes one of several items that only the account itself sees and hears changes of, such as bookmarks. */
    public void publishPrivately(String local, String node, String id, Element payload) {
        synchronized (switchboard) {
            switchboard.pep().node(switchboard.require(local), node).keepPrivate();
            publish(local, node, id, payload);
        }
    }

    /** Logs somebody in who lives in this JVM. A session with the same resource is replaced. */
    public LocalClient connect(String local, String resource, Consumer<Element> inbox) {
        synchronized (switchboard) {
            LocalSession session = new LocalSession(switchboard, switchboard.require(local), resource, inbox);
            switchboard.begin(session);
            return session;
        }
    }

    /** Adds a service at a domain below the server's, such as {@code rooms}. */
    public <T extends Component> T attach(String name, Function<ComponentLine, T> maker) {
        synchronized (switchboard) {
            String domain = name + "." + settings.domain();
            T component = maker.apply(new ComponentLine(switchboard, domain));
            switchboard.components().add(domain, component);
            return component;
        }
    }

    /** Tells when an account's clients on the wire come or go; the argument is the account's local part. */
    public void watchLogins(Consumer<String> watcher) {
        switchboard.watchLogins(watcher);
    }

    /** Whether a client on the wire (or one that may still resume) is logged in to the account. */
    public boolean isLoggedIn(String local) {
        return switchboard.isLoggedIn(local);
    }

    /** What people complained about when they blocked somebody (XEP-0377), oldest first. */
    public List<Report> reports() {
        return switchboard.reports();
    }

    public int connections() {
        return connections.size();
    }

    /** Resets every client's TCP connection at once, as a network that breaks does. */
    public void cutConnections() {
        connections.forEach(Connection::cut);
    }

    /** Sends text to every client as it stands, be it XML or not. */
    public void rawToAll(String xml) {
        connections.forEach(connection -> connection.send(xml));
    }

    /** Takes no new connections; those that are there stay. */
    public synchronized void stopListening() throws IOException {
        for (Listener listener : listeners) {
            listener.close();
        }
        listeners = List.of();
    }

    /** Takes connections again, on the same ports. */
    public synchronized void startListening() throws IOException {
        if (listeners.isEmpty()) {
            listen(port, tlsPort);
        }
    }

    @Override
    public void close() throws IOException {
        stopListening();
        synchronized (switchboard) {
            switchboard.components().close();
        }
        connections.close();
        clock.shutdownNow();
    }
}
