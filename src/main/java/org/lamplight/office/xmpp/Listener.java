package org.lamplight.office.xmpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts connections on one loopback port, on a daemon thread of its own, until closed. */
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final ServerSocket server;
    private final Thread thread;

    private Listener(ServerSocket server, String name, Consumer<Socket> visitor) {
        this.server = server;
        this.thread = new Thread(() -> accept(visitor), name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Listens on 127.0.0.1; port 0 means any. */
    static Listener open(int port, String name, Consumer<Socket> visitor) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 100);
            return new Listener(server, name, visitor);
        } catch (IOException e) {
            server.close();
            throw new IOException("port " + port + ": " + e.getMessage(), e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept(Consumer<Socket> visitor) {
        while (!server.isClosed()) {
            try {
                visitor.accept(server.accept());
            } catch (IOException e) {
                LOG.debug("the listener ends: {}", e.toString());
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
