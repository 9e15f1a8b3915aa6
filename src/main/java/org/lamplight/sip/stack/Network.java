package org.lamplight.sip.stack;

import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.lamplight.trust.Authorities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of the stack: connections are opened within seconds or not at all, TLS goes only where somebody said whom to
 * expect, and a connection that ends is told at once. Made by the library, by name; any thread.
 */
public final class Network implements NetworkLayer {
    private static final Logger LOG = LoggerFactory.getLogger(Network.class);
    private static final int CONNECT_MS = 4_000;
    private static final int HURRIED_MS = 1_000;
    private static final int HANDSHAKE_MS = 8_000;

    /** Who is expected at an address, and who wants to know when the connection there is gone. */
    private record Expected(Place place, PeerTrust trust, Runnable lost) {}

    private final Map<InetSocketAddress, Map<Object, Expected>> expected = new ConcurrentHashMap<>();
    private final Set<InetSocketAddress> hurried = ConcurrentHashMap.newKeySet();
    private final Map<Object, Consumer<InetSocketAddress>> listeners = new ConcurrentHashMap<>();
    private final Set<Watched> open = ConcurrentHashMap.newKeySet();

    /** Until {@link #forget}: {@code owner} may connect there. */
    void expect(Object owner, Place place, PeerTrust trust, Runnable lost) {
        expected.computeIfAbsent(socket(place), any -> new ConcurrentHashMap<>())
                .put(owner, new Expected(place, trust, lost));
    }

    /** The next connection there is nothing to wait long for. */
    void hurry(Place place) {
        hurried.add(socket(place));
    }

    /** The connection was there already, or came about. */
    void calm(Place place) {
        hurried.remove(socket(place));
    }

    /** Until {@link #forget}: hears of each connection that is closed, and where it led. */
    void listen(Object owner, Consumer<InetSocketAddress> closed) {
        listeners.put(owner, closed);
    }

    /** Whether there is a connection from here to there. */
    boolean isOpen(Place place, InetAddress own) {
        return open.stream().anyMatch(one -> one.peer.equals(socket(place)) && own.equals(one.getLocalAddress()));
    }

    void forget(Object owner) {
        listeners.remove(owner);
        expected.values().forEach(owners -> owners.remove(owner));
        expected.values().removeIf(Map::isEmpty);
    }

    /** Closes all connections there, for nothing comes on them any more; whoever wants one opens another. */
    void abandon(Place place) {
        abandon(place, any -> true);
    }

    void abandon(Place place, InetAddress own) {
        abandon(place, socket -> own.equals(socket.getLocalAddress()));
    }

    private void abandon(Place place, Predicate<Socket> meant) {
        for (Watched socket : open) {
            if (socket.peer.equals(socket(place)) && meant.test(socket)) {
                close(socket);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException anyway) {
            LOG.trace("closed all the same", anyway);
        }
    }

    static InetSocketAddress socket(Place place) {
        return new InetSocketAddress(place.address(), place.port());
    }

    private void lost(InetSocketAddress peer) {
        listeners.values().forEach(one -> one.accept(peer));
        expected.getOrDefault(peer, Map.of()).values().forEach(one -> one.lost().run());
    }

    /** Tells when it is closed, from whichever side. */
    private final class Watched extends Socket {
        private final InetSocketAddress peer;

        Watched(InetSocketAddress peer) {
            this.peer = peer;
        }

        @Override
        public synchronized void close() throws IOException {
            boolean before = isClosed();
            open.remove(this);
            super.close();
            if (!before) {
                lost(peer);
            }
        }
    }

    private Socket connected(InetAddress address, int port, @Nullable InetAddress own) throws IOException {
        InetSocketAddress peer = new InetSocketAddress(address, port);
        int patience = hurried.remove(peer) ? HURRIED_MS : CONNECT_MS;
        Watched socket = new Watched(peer);
        open.add(socket);
        try {
            if (own != null) {
                socket.bind(new InetSocketAddress(own, 0));
            }
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(peer, patience);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return connected(address, port, null);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, @Nullable InetAddress own) throws IOException {
        return connected(address, port, own);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, @Nullable InetAddress own, int ownPort)
            throws IOException {
        return connected(address, port, own);
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
        return createSSLSocket(address, port, null);
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port, @Nullable InetAddress own) throws IOException {
        Expected peer = expected.getOrDefault(new InetSocketAddress(address, port), Map.of()).values().stream()
                .filter(one -> one.place().transport() == Transport.TLS)
                .findFirst()
                .orElseThrow(() -> new IOException("nobody is expected there"));
        Socket plain = connected(address, port, own);
        try {
            return secured(plain, peer, port);
        } catch (GeneralSecurityException failed) {
            plain.close();
            throw new IOException(failed);
        }
    }

    /** The handshake follows at the first byte; {@link PeerTrust} then looks at the certificate. */
    private static SSLSocket secured(Socket plain, Expected peer, int port)
            throws IOException, GeneralSecurityException {
        plain.setSoTimeout(HANDSHAKE_MS);
        SSLSocket socket = (SSLSocket) Authorities.context(peer.trust())
                .getSocketFactory()
                .createSocket(plain, peer.place().name(), port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.addHandshakeCompletedListener(done -> patient(plain));
        return socket;
    }

    private static void patient(Socket socket) {
        try {
            socket.setSoTimeout(0);
        } catch (SocketException closed) {
            LOG.trace("closed meanwhile", closed);
        }
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return new ServerSocket(port, backlog, address);
    }

    /** Nobody gets through it, for a telephone has no certificate: servers use the connection that we opened. */
    @Override
    public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return (SSLServerSocket) SSLServerSocketFactory.getDefault().createServerSocket(port, backlog, address);
    }

    @Override
    public DatagramSocket createDatagramSocket() throws SocketException {
        return new DatagramSocket();
    }

    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
        return new DatagramSocket(port, address);
    }

    @Override
    public void setSipStack(SipStackImpl stack) {}
}
