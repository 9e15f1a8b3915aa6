package org.lamplight.xmpp.jingle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.bytestreams.ibb.packet.Data;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that come in stanzas. Each is acknowledged when it is taken; who sends on without waiting for that is refused after
 * {@value #MOST_WAITING} bytes. Read by one thread, closed by any.
 */
final class InBandInput extends InputStream {
    private static final int MOST_WAITING = 1024 * 1024;

    /** What a stanza costs besides its bytes, of which it may have none. */
    private static final int STANZA = 512;

    /** What one stanza brought; one that asks for no answer is a sign. */
    private static final class Block {
        final byte[] bytes;
        final @Nullable IQ request;

        Block(byte[] bytes, @Nullable IQ request) {
            this.bytes = bytes;
            this.request = request;
        }
    }

    private static final Block END = new Block(new byte[0], null);
    private static final Block BROKEN = new Block(new byte[0], null);

    private final Requests requests;
    private final int block;
    private final Runnable forget;
    private final BlockingQueue<Block> blocks = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private int next;
    private Block current = new Block(new byte[0], null);
    private int read;

    InBandInput(Requests requests, int block, Runnable forget) {
        this.requests = requests;
        this.block = block;
        this.forget = forget;
    }

    int block() {
        return block;
    }

    /** The answer where it is due at once. On the connection's thread. */
    @Nullable
    IQ came(Data data) {
        byte[] bytes = decoded(data);
        int number = data.getDataPacketExtension().getSeq().intValue();
        StanzaError.Condition wrong = null;
        if (bytes == null || bytes.length > block) {
            wrong = StanzaError.Condition.bad_request;
        } else if (number != next) {
            wrong = StanzaError.Condition.unexpected_request;
        } else if (waiting.addAndGet(bytes.length + STANZA) > MOST_WAITING) {
            wrong = StanzaError.Condition.resource_constraint;
        }
        if (bytes == null || wrong != null) {
            close();
            return IQ.createErrorResponse(data, wrong == null ? StanzaError.Condition.bad_request : wrong);
        }
        next = (next + 1) & 0xFFFF;
        blocks.add(new Block(bytes, data));
        return null;
    }

    private static byte @Nullable [] decoded(Data data) {
        try {
            return data.getDataPacketExtension().getDecodedData();
        } catch (RuntimeException none) {
            return null;
        }
    }

    /** The peer says that this was all. */
    void ended() {
        forget.run();
        blocks.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (read == current.bytes.length) {
            if (current == END) {
                return -1;
            }
            take();
        }
        int count = Math.min(length, current.bytes.length - read);
        System.arraycopy(current.bytes, read, into, offset, count);
        read += count;
        return count;
    }

    private void take() throws IOException {
        try {
            Block taken = blocks.take();
            if (taken == BROKEN) {
                throw new EOFException("the stream is broken");
            }
            current = taken;
            read = 0;
            waiting.addAndGet(-taken.bytes.length - STANZA);
            if (taken.request != null) {
                requests.send(IQ.createResultIQ(taken.request));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        }
    }

    /** What comes from now on is of no stream that anybody knows. */
    @Override
    public void close() {
        forget.run();
        blocks.add(BROKEN);
    }
}
