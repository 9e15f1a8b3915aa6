package org.lamplight.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * A bad network for datagrams on their way to one port of this machine: some are lost, others are late, drawn from a seed. What
 * is sent back goes unharmed, and neither side sees the other's own address. From any thread.
 */
public final class LossyPath implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int LARGEST = 2_048;

    private final DatagramSocket front = new DatagramSocket(new InetSocketAddress(HERE, 0));
    private final DatagramSocket back = new DatagramSocket(new InetSocketAddress(HERE, 0));
    private final DelayQueue<Late> late = new DelayQueue<>();
    private final double loss;
    private final int jitterMs;
    private final Random random;
    private final SocketAddress sender;
    private volatile SocketAddress target;

    /**
     * @param senderPort of the side whose datagrams suffer
     * @param loss the share that is lost, 0 to 1
     * @param jitterMs each is late by up to so many ms, all times alike likely; none overtakes another by more
     */
    public LossyPath(int senderPort, double loss, int jitterMs, long seed) throws IOException {
        this.sender = new InetSocketAddress(HERE, senderPort);
        this.loss = loss;
        this.jitterMs = jitterMs;
        this.random = new Random(seed);
        run(this::take);
        run(this::give);
        run(this::giveBack);
    }

    private record Late(byte[] octets, long due) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Late) other).due);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Exception closed) {
                        Thread.currentThread().interrupt();
                    }
                },
                "lossy-path");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whom they are for. */
    public void to(int port) {
        target = new InetSocketAddress(HERE, port);
    }

    /** Where the side that suffers is to send. */
    public int port() {
        return front.getLocalPort();
    }

    /** Where the other side is to send. */
    public int backPort() {
        return back.getLocalPort();
    }

    private void take() throws IOException {
        byte[] buffer = new byte[LARGEST];
        while (!front.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            front.receive(packet);
            boolean lost = random.nextDouble() < loss;
            long delay = TimeUnit.MICROSECONDS.toNanos((long) (random.nextDouble() * jitterMs * 1_000));
            if (!lost) {
                byte[] octets = Arrays.copyOf(buffer, packet.getLength());
                late.add(new Late(octets, System.nanoTime() + delay));
            }
        }
    }

    private void give() throws Exception {
        while (!back.isClosed()) {
            byte[] octets = late.take().octets();
            SocketAddress to = target;
            if (to != null) {
                back.send(new DatagramPacket(octets, octets.length, to));
            }
        }
    }

    private void giveBack() throws IOException {
        byte[] buffer = new byte[LARGEST];
        while (!back.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            back.receive(packet);
            front.send(new DatagramPacket(buffer, packet.getLength(), sender));
        }
    }

    @Override
    public void close() {
        front.close();
        back.close();
    }
}
