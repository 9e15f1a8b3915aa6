package org.lamplight.office.sip.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections to one port, in clear or under TLS, and those that we open ourselves. Thread-safe. */
final class TcpPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TcpPort.class);
    private static final int MOST_CONNECTIONS = 500;
    private static final int CONNECT_MILLIS = 500;

    private final ServerSocket server;
    private final @Nullable SSLContext tls;
    private final Inbox inbox;
    private final Set<TcpFlow> flows = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    private TcpPort(ServerSocket server, @Nullable SSLContext tls, Inbox inbox) {
        this.server = server;
        this.tls = tls;
        this.inbox = inbox;
        this.thread = Loopback.thread("office-sip-accept", this::accept);
    }

    /** Listens; port 0 means any. */
    static TcpPort open(int port, @Nullable SSLContext tls, Inbox inbox) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(Loopback.at(port), 100);
            return new TcpPort(server, tls, inbox);
        } catch (IOException e) {
            server.close();
            throw new IOException("port " + port + ": " + e.getMessage(), e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return flows.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                visit(server.accept());
            } catch (IOException e) {
                LOG.debug("no visitor: {}", e.toString());
            }
        }
    }

    private void visit(Socket socket) throws IOException {
        if (flows.size() >= MOST_CONNECTIONS) {
            socket.close();
            return;
        }
        socket.setTcpNoDelay(true);
        begin(tls == null ? socket : secured(tls, socket));
    }

    private static Socket secured(SSLContext context, Socket raw) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        socket.setUseClientMode(false);
        return socket;
    }

    private TcpFlow begin(Socket socket) {
        TcpFlow flow = new TcpFlow(socket, tls == null ? "TCP" : "TLS", inbox, flows::remove);
        flows.add(flow);
        flow.start();
        if (server.isClosed()) {
            flow.cut();
        }
        return flow;
    }

    /** The connection to a peer, an open one if there is; null if the peer takes none. */
    @Nullable
    Flow to(InetSocketAddress remote) {
        for (TcpFlow flow : flows) {
            if (flow.remote().equals(remote)) {
                return flow;
            }
        }
        return tls == null ? connect(remote) : null;
    }

    private @Nullable Flow connect(InetSocketAddress remote) {
        Socket socket = new Socket();
        try {
            socket.connect(remote, CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            return begin(socket);
        } catch (IOException e) {
            LOG.debug("{} takes no connection: {}", remote, e.toString());
            return null;
        }
    }

    void cutAll() {
        flows.forEach(TcpFlow::cut);
    }

    @Override
    public void close() throws IOException {
        server.close();
        Loopback.await(thread);
        cutAll();
    }
}
