package org.lamplight.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A network between a client and a server of this machine that fails as told: a TCP proxy. From any thread. */
public final class FaultyPath implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_000;
    private static final int MOST_TRIES = 100;
    private static final long NO_END = Long.MAX_VALUE;

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong leftToClient = new AtomicLong(NO_END);
    private volatile CountDownLatch truncated = new CountDownLatch(1);
    private volatile ServerSocket listener;
    private final AtomicInteger repeats = new AtomicInteger();
    private volatile boolean dark;
    private volatile boolean mute;
    private volatile int delayMs;

    public FaultyPath(int target) throws IOException {
        this.target = target;
        this.port = listenSomewhere();
    }

    /** Where no system takes ports for connections: a listener that is closed for a while shall find its place free. */
    private int listenSomewhere() throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                return listen(ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT));
            } catch (BindException taken) {
                // the next one, then
            }
        }
        throw new IOException("no port is free from " + FIRST_PORT + " to " + LAST_PORT);
    }

    public int port() {
        return port;
    }

    private int listen(int wanted) throws IOException {
        ServerSocket made = new ServerSocket();
        made.setReuseAddress(true);
        made.bind(new InetSocketAddress(HERE, wanted));
        listener = made;
        start("accept", () -> accept(made));
        return made.getLocalPort();
    }

    private void accept(ServerSocket made) {
        try {
            while (true) {
                join(made.accept());
            }
        } catch (IOException closed) {
            // no more connections are wanted
        }
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket();
        open.add(client);
        clients.add(client);
        open.add(server);
        try {
            server.connect(new InetSocketAddress(HERE, target), 2_000);
        } catch (IOException refused) {
            reset(client);
            reset(server);
            return;
        }
        start("up", () -> pump(client, server, new AtomicLong(NO_END)));
        start("down", () -> pump(server, client, leftToClient));
    }

    private void pump(Socket from, Socket to, AtomicLong left) {
        byte[] buffer = new byte[16_384];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                hold(from);
                long now = left.get() == NO_END ? count : left.getAndAdd(-count);
                int whole = (int) Math.max(0, Math.min(count, now));
                pass(buffer, whole, to, out);
                if (repeats.getAndUpdate(more -> Math.max(0, more - 1)) > 0) {
                    pass(buffer, whole, to, out);
                }
                if (now < count) {
                    left.set(NO_END);
                    truncated.countDown();
                    break;
                }
            }
        } catch (IOException ended) {
            // the other side is told below
        }
        reset(from);
        reset(to);
    }

    /** What comes behind an end has nowhere to go. */
    private static void pass(byte[] buffer, int count, Socket to, OutputStream out) throws IOException {
        if (!to.isOutputShutdown()) {
            out.write(buffer, 0, count);
        }
    }

    private void hold(Socket socket) {
        LockSupport.parkNanos(delayMs * 1_000_000L);
        while ((dark || mute && clients.contains(socket)) && !socket.isClosed()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Resets every connection at once. */
    public void cut() {
        open.forEach(this::reset);
    }

    /** Ends every connection in one direction, in good order; in the other one it goes on. */
    public void halfClose(boolean towardsClient) {
        for (Socket socket : Set.copyOf(open)) {
            if (clients.contains(socket) == towardsClient) {
                end(socket);
            }
        }
    }

    /** Ends every connection in good order, in the middle of whatever is said. */
    public void end() {
        open.forEach(FaultyPath::end);
    }

    private static void end(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }

    /** The next so many pieces arrive twice, whichever way they go. */
    public void repeat(int pieces) {
        repeats.set(pieces);
    }

    /** Nothing gets through, and nobody is told. */
    public void dark(boolean isDark) {
        dark = isDark;
    }

    /** Nothing that clients say gets through; they hear everything. */
    public void mute(boolean isMute) {
        mute = isMute;
    }

    /** Every piece is this late, both ways. */
    public void delay(int ms) {
        delayMs = ms;
    }

    /** What the server says is cut off after so many more bytes; later connections are whole. */
    public void truncateAfter(long bytes) {
        truncated = new CountDownLatch(1);
        leftToClient.set(bytes);
    }

    /** Waits until that has happened. */
    public boolean awaitTruncation(Duration most) throws InterruptedException {
        return truncated.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From now on nothing fails, until it is told to. */
    public void startOver() {
        dark = false;
        mute = false;
        delayMs = 0;
        repeats.set(0);
        leftToClient.set(NO_END);
    }

    /** New connections are refused. */
    public void stopAccepting() throws IOException {
        listener.close();
    }

    public void startAccepting() throws IOException {
        listen(port);
    }

    public int connections() {
        return open.size() / 2;
    }

    private void reset(Socket socket) {
        open.remove(socket);
        clients.remove(socket);
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, "faulty-path-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        stopAccepting();
        cut();
    }
}
