package org.lamplight.office.sip.media;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lamplight.office.sip.transport.Loopback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that sends and receives the sound of all calls, every 20 ms. Thread-safe. */
public final class MediaLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaLoop.class);
    private static final long TICK = 20_000_000;
    /** Beyond this the thread was held up, and what is late is left out. */
    private static final long HOPELESS = 10 * TICK;

    private static final int ATTEMPTS = 100;

    private final Selector selector;
    private final Set<SoundPort> ports = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    public MediaLoop() throws IOException {
        selector = Selector.open();
        thread = new Thread(this::run, "office-sip-media");
        thread.setDaemon(true);
        thread.start();
    }

    /** How many calls have sound. */
    public int size() {
        return ports.size();
    }

    /**
     * Opens an even port for RTP, and the next one for RTCP, which is read and dropped.
     *
     * @param echoes whether what comes is sent back
     */
    public SoundPort open(boolean echoes) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            DatagramChannel rtp = channel(0);
            int port = ((InetSocketAddress) rtp.getLocalAddress()).getPort();
            if (port % 2 == 0) {
                try {
                    return begin(rtp, channel(port + 1), port, echoes);
                } catch (IOException taken) {
                    LOG.trace("the port beside {} is taken", port, taken);
                }
            }
            rtp.close();
        }
        throw new IOException("no two ports in a row are free");
    }

    private static DatagramChannel channel(int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.bind(Loopback.at(port));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private SoundPort begin(DatagramChannel rtp, DatagramChannel rtcp, int port, boolean echoes) throws IOException {
        SoundPort opened = new SoundPort(rtp, rtcp, port, echoes, this::ended);
        ports.add(opened);
        rtp.register(selector, SelectionKey.OP_READ, opened);
        rtcp.register(selector, SelectionKey.OP_READ);
        selector.wakeup();
        return opened;
    }

    /** A closed channel keeps its port until the selector has looked again. */
    private void ended(SoundPort port) {
        ports.remove(port);
        selector.wakeup();
    }

    private void run() {
        long next = System.nanoTime() + TICK;
        while (!closed) {
            try {
                long wait = (next - System.nanoTime()) / 1_000_000;
                if (ports.isEmpty()) {
                    selector.select(this::readable);
                } else if (wait > 0) {
                    selector.select(this::readable, wait);
                } else {
                    selector.selectNow(this::readable);
                }
                next = tick(next);
            } catch (IOException | RuntimeException e) {
                LOG.warn("sound was lost", e);
            }
        }
    }

    private long tick(long due) {
        long now = System.nanoTime();
        long next = now - due > HOPELESS ? now : due;
        while (next - now <= 0) {
            ports.forEach(SoundPort::tick);
            next += TICK;
        }
        return next;
    }

    private void readable(SelectionKey key) {
        try {
            if (key.attachment() instanceof SoundPort port) {
                port.read();
            } else {
                SoundPort.drain((DatagramChannel) key.channel());
            }
        } catch (IOException | CancelledKeyException e) {
            LOG.debug("nothing to hear: {}", e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        ports.forEach(SoundPort::close);
        selector.close();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
