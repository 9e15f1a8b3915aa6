package org.lamplight.control;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on loopback and serves each connection on a thread of its own. Its address and token stand in the profile. */
final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int BACKLOG = 50;
    private static final int MOST_CONNECTIONS = 64;

    private final ServerSocket listener;
    private final ControlDesk desk;
    private final String token;
    private final Path file;
    private final ExecutorService threads = Threads.pool("control");
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Those that have not shown the token yet, the oldest first. */
    private final Queue<Socket> strangers = new ConcurrentLinkedQueue<>();

    ControlServer(Path file, ControlDesk desk) throws IOException {
        this.file = file;
        this.desk = desk;
        this.token = newToken();
        this.listener = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
        Threads.daemon("control-accept", this::accept);
    }

    /** Writes down where it listens, and the token; nobody finds it before. */
    void announce() throws IOException {
        new ControlFile(listener.getLocalPort(), token).write(file);
    }

    private static String newToken() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                LOG.debug("no connection", e);
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        if (open.size() >= MOST_CONNECTIONS && !makeRoom()) {
            socket.close();
            return;
        }
        open.add(socket);
        strangers.add(socket);
        threads.execute(() -> {
            try (socket) {
                new ControlConnection(socket, desk, token, () -> strangers.remove(socket)).serve();
            } catch (IOException e) {
                LOG.debug("a control connection ended", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                open.remove(socket);
                strangers.remove(socket);
            }
        });
    }

    /** Who never showed the token gives way: otherwise anybody on this machine could take all places. */
    private boolean makeRoom() throws IOException {
        Socket oldest = strangers.poll();
        if (oldest == null) {
            return false;
        }
        open.remove(oldest);
        oldest.close();
        return true;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.debug("not closed cleanly", e);
        }
        threads.shutdownNow();
    }
}
