package org.lamplight.media.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records on their way in and out. What comes too fast is dropped, as a network would. */
final class Records implements DatagramTransport {
    private static final Logger LOG = LoggerFactory.getLogger(Records.class);
    private static final int MOST_WAITING = 64;
    private static final int LONGEST_SENT = 1_200;
    private static final int LONGEST_RECEIVED = 2_048;
    private static final int HEADER = 13;
    private static final int LOOK_MILLIS = 500;
    private static final int ALERT = 21;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Consumer<byte[]> network;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean over;
    /** The library has let go of it; another attempt may take it up. */
    private volatile boolean left;

    Records(Consumer<byte[]> network) {
        this.network = network;
    }

    /** From any thread; does not wait. */
    void came(byte[] data, int length) {
        if (!over && length >= HEADER && !isForgeable(data)) {
            waiting.offer(Arrays.copyOf(data, length));
        }
    }

    /** An alert in clear: anybody could have sent it to end the handshake, and without it the clock does so. */
    private static boolean isForgeable(byte[] data) {
        return data[0] == ALERT && data[3] == 0 && data[4] == 0;
    }

    void resume() {
        left = false;
    }

    /** Whether the library has ended it. */
    boolean isLeft() {
        return left;
    }

    /** Whether we have ended it. */
    boolean isEnded() {
        return over;
    }

    /** Waits, but not beyond our end. */
    void rest(long millis) {
        try {
            if (ended.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.trace("ended between two attempts");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    /** What came for an earlier attempt would spoil the next one; what is still wanted is sent again. */
    void forget() {
        waiting.clear();
    }

    /** Nothing more is taken or given. */
    void end() {
        over = true;
        ended.countDown();
        waiting.clear();
        waiting.offer(END);
    }

    @Override
    public int getReceiveLimit() {
        return LONGEST_RECEIVED;
    }

    @Override
    public int getSendLimit() {
        return LONGEST_SENT;
    }

    @Override
    public int receive(byte[] into, int offset, int length, int waitMillis) throws IOException {
        try {
            byte[] record = waiting.poll(waitMillis <= 0 ? LOOK_MILLIS : waitMillis, TimeUnit.MILLISECONDS);
            if (over) {
                throw new IOException("the session is over");
            }
            if (record == null) {
                return -1;
            }
            int taken = Math.min(length, record.length);
            System.arraycopy(record, 0, into, offset, taken);
            return taken;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("the thread is to end", ended);
        }
    }

    @Override
    public void send(byte[] data, int offset, int length) {
        if (!over) {
            network.accept(Arrays.copyOfRange(data, offset, offset + length));
        }
    }

    @Override
    public void close() {
        left = true;
    }
}
