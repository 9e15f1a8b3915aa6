package org.lamplight.xmpp.jingle;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for peers who fetch, or bring, a stream that they were told of; listens only while there is one. From any thread. */
final class SocksServer {
    private static final Logger LOG = LoggerFactory.getLogger(SocksServer.class);
    private static final int AT_A_TIME = 16;
    private static final int SPEAK_MS = 5_000;

    private final Executor workers;
    private final Map<String, CompletableFuture<Socket>> awaited = new HashMap<>();
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private @Nullable ServerSocket listener;

    SocksServer(Executor workers) {
        this.workers = workers;
    }

    /**
     * A stream that a peer may ask for.
     *
     * @param port where
     * @param came completes when the peer is there
     */
    record Awaited(int port, CompletableFuture<Socket> came, Closeable end) implements Closeable {
        @Override
        public void close() throws IOException {
            end.close();
        }
    }

    synchronized Awaited expect(String destination) throws IOException {
        CompletableFuture<Socket> came = new CompletableFuture<>();
        ServerSocket open = listener;
        if (open == null) {
            ServerSocket made = new ServerSocket(0);
            Threads.post(workers, () -> accept(made));
            listener = made;
            open = made;
        }
        awaited.put(destination, came);
        return new Awaited(open.getLocalPort(), came, () -> forget(destination));
    }

    private synchronized void forget(String destination) throws IOException {
        awaited.remove(destination);
        ServerSocket open = listener;
        if (awaited.isEmpty() && open != null) {
            listener = null;
            open.close();
        }
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket socket = from.accept();
                if (free.tryAcquire()) {
                    Threads.post(workers, () -> greet(socket));
                } else {
                    socket.close();
                }
            }
        } catch (IOException closed) {
            LOG.trace("nobody is awaited any more", closed);
        }
    }

    private void greet(Socket socket) {
        try {
            socket.setSoTimeout(SPEAK_MS);
            if (!serve(socket)) {
                socket.close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("no stream for {}: {}", socket.getRemoteSocketAddress(), e.toString());
            JingleSession.close(socket);
        } finally {
            free.release();
        }
    }

    /** Whether somebody has it now. */
    private boolean serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        if (in.readByte() != Socks.VERSION) {
            return false;
        }
        in.readFully(new byte[in.readUnsignedByte()]);
        out.write(new byte[] {Socks.VERSION, Socks.NO_PASSWORD});
        Socks.Message request = Socks.read(in);
        CompletableFuture<Socket> came = find(request.name());
        boolean known = came != null && request.code() == Socks.CONNECT;
        out.write(Socks.message(known ? Socks.GRANTED : Socks.FORBIDDEN, request.name()));
        socket.setSoTimeout(0);
        return came != null && known && came.complete(socket);
    }

    private synchronized @Nullable CompletableFuture<Socket> find(String destination) {
        return awaited.get(destination);
    }
}
