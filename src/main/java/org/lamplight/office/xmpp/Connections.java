package org.lamplight.office.xmpp;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clients' connections with their two daemon threads each. Thread-safe. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final XmppSettings settings;
    private final Switchboard switchboard;
    private final Hibernation hibernation;
    private final ScheduledExecutorService clock;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<Thread, Connection> threads = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    Connections(
            XmppSettings settings, Switchboard switchboard, Hibernation hibernation, ScheduledExecutorService clock) {
        this.settings = settings;
        this.switchboard = switchboard;
        this.hibernation = hibernation;
        this.clock = clock;
    }

    int size() {
        return open.size();
    }

    void visit(Socket socket, boolean directTls) {
        try {
            Connection connection = new Connection(socket, settings, switchboard, hibernation, clock);
            open.add(connection);
            int number = count.incrementAndGet();
            start("office-xmpp-write-" + number, connection, connection::write);
            start("office-xmpp-read-" + number, connection, () -> read(connection, directTls));
        } catch (IOException e) {
            LOG.debug("a visitor left at the door", e);
        }
    }

    private void start(String name, Connection connection, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        threads.remove(Thread.currentThread());
                    }
                },
                name);
        thread.setDaemon(true);
        threads.put(thread, connection);
        thread.start();
    }

    private void read(Connection connection, boolean directTls) {
        try {
            connection.run(directTls);
        } finally {
            open.remove(connection);
        }
    }

    void forEach(Consumer<Connection> action) {
        open.forEach(action);
    }

    /** Says goodbye to all, then cuts off who is still there, and waits for the threads. */
    void close() {
        open.forEach(connection -> connection.fail("system-shutdown"));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Connection.FAREWELL_SECONDS);
        try {
            awaitThreads(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500));
            threads.values().forEach(Connection::cut);
            awaitThreads(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            threads.values().forEach(Connection::cut);
        }
    }

    private void awaitThreads(long deadline) throws InterruptedException {
        for (Thread thread : threads.keySet()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left > 0) {
                thread.join(left);
            }
        }
    }
}
