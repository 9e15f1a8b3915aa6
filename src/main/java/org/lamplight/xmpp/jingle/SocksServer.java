package org.lamplight.xmpp.jingle;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for peers who fetch, or bring, a stream that they were told of; listens only while there is one. Anybody may knock,
 * so whoever can't name a stream, or takes long to do so, is sent away. From any thread.
 */
final class SocksServer {
    private static final Logger LOG = LoggerFactory.getLogger(SocksServer.class);
    private static final int AT_A_TIME = 16;

    private final Executor workers;
    private final ScheduledExecutorService clock;
    private final Map<String, Awaited> awaited = new HashMap<>();
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private @Nullable ServerSocket listener;

    /** {@code clock}: ends what takes too long. */
    SocksServer(Executor workers, ScheduledExecutorService clock) {
        this.workers = workers;
        this.clock = clock;
    }

    /** A stream that a peer may ask for. Whoever comes and is not wanted any more is sent away. */
    final class Awaited implements Closeable {
        private final String destination;
        private final int port;
        private final CompletableFuture<Socket> came = new CompletableFuture<>();
        private volatile boolean taken;

        private Awaited(String destination, int port) {
            this.destination = destination;
            this.port = port;
        }

        int port() {
            return port;
        }

        /** The socket, once the peer is there; whoever has it closes it. Empty if they don't come. Blocks. */
        Optional<Socket> take(Duration most) throws IOException {
            try {
                Socket socket = came.get(most.toMillis(), TimeUnit.MILLISECONDS);
                taken = true;
                return Optional.of(socket);
            } catch (TimeoutException | CancellationException never) {
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException(e.getMessage());
            }
        }

        @Override
        public void close() throws IOException {
            forget(destination);
            if (!came.cancel(false) && !taken && !came.isCancelled()) {
                came.thenAccept(JingleSession::close);
            }
        }
    }

    synchronized Awaited expect(String destination) throws IOException {
        ServerSocket open = listener;
        if (open == null) {
            ServerSocket made = new ServerSocket(0);
            Threads.post(workers, () -> accept(made));
            listener = made;
            open = made;
        }
        Awaited one = new Awaited(destination, open.getLocalPort());
        awaited.put(destination, one);
        return one;
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
            Future<?> end = SocksClient.closeLater(clock, socket);
            if (!serve(socket, end)) {
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
    private boolean serve(Socket socket, Future<?> end) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        if (in.readByte() != Socks.VERSION) {
            return false;
        }
        in.readFully(new byte[in.readUnsignedByte()]);
        out.write(new byte[] {Socks.VERSION, Socks.NO_PASSWORD});
        Socks.Message request = Socks.read(in);
        Awaited one = find(request.name());
        boolean known = one != null && request.code() == Socks.CONNECT;
        out.write(Socks.message(known ? Socks.GRANTED : Socks.FORBIDDEN, request.name()));
        return one != null && known && end.cancel(false) && one.came.complete(socket);
    }

    private synchronized @Nullable Awaited find(String destination) {
        return awaited.get(destination);
    }
}
