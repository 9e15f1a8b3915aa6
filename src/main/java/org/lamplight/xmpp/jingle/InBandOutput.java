package org.lamplight.xmpp.jingle;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smackx.bytestreams.ibb.packet.Close;
import org.jivesoftware.smackx.bytestreams.ibb.packet.Data;
import org.jivesoftware.smackx.bytestreams.ibb.packet.DataPacketExtension;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;

/** Bytes that go in stanzas, a few of them ahead of what the peer has acknowledged. Written by one thread, closed by any. */
final class InBandOutput extends OutputStream {
    private static final int AHEAD = 8;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final Requests requests;
    private final Jid peer;
    private final String sid;
    private final byte[] buffer;
    private final Semaphore free = new Semaphore(AHEAD);
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;
    private int held;
    private int next;

    InBandOutput(Requests requests, Jid peer, String sid, int block) {
        this.requests = requests;
        this.peer = peer;
        this.sid = sid;
        this.buffer = new byte[block];
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int count = Math.min(left, buffer.length - held);
            System.arraycopy(bytes, from, buffer, held, count);
            held += count;
            from += count;
            left -= count;
            if (held == buffer.length) {
                send();
            }
        }
    }

    private void send() throws IOException {
        acquire(1);
        String text = Base64.getEncoder().encodeToString(held == buffer.length ? buffer : first());
        Data data = new Data(new DataPacketExtension(sid, next, text));
        data.setTo(peer);
        next = (next + 1) & 0xFFFF;
        held = 0;
        requests.ask(data, ANSWER).whenComplete((answer, refused) -> {
            if (refused != null) {
                failure = refused;
            }
            free.release();
        });
    }

    private byte[] first() {
        return java.util.Arrays.copyOf(buffer, held);
    }

    private void acquire(int permits) throws IOException {
        try {
            if (!free.tryAcquire(permits, ANSWER.toSeconds() + 1, TimeUnit.SECONDS)) {
                throw new InterruptedIOException("no answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        }
        Throwable cause = failure;
        if (cause != null || closed) {
            throw new IOException(cause == null ? "closed" : "refused", cause);
        }
    }

    /** Waits until the peer has taken all of it. */
    @Override
    public void flush() throws IOException {
        if (held > 0) {
            send();
        }
        acquire(AHEAD);
        free.release(AHEAD);
    }

    /** Ends the stream; what was not flushed is lost. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            free.release(AHEAD);
            Close close = new Close(sid);
            close.setTo(peer);
            requests.ask(close);
        }
    }
}
