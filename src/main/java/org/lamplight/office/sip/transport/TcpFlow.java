package org.lamplight.office.sip.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.lamplight.office.sip.message.BadMessage;
import org.lamplight.office.sip.message.MessageStream;
import org.lamplight.office.sip.message.SipMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: a thread that reads, a thread that writes. */
final class TcpFlow implements Flow {
    private static final Logger LOG = LoggerFactory.getLogger(TcpFlow.class);
    private static final int MOST_WAITING = 1_000;
    private static final byte[] PONG = "\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = {};

    private final Socket socket;
    private final String transport;
    private final InetSocketAddress remote;
    private final Inbox inbox;
    private final Consumer<TcpFlow> ended;
    private final BlockingQueue<byte[]> outbox = new LinkedBlockingQueue<>(MOST_WAITING);

    TcpFlow(Socket socket, String transport, Inbox inbox, Consumer<TcpFlow> ended) {
        this.socket = socket;
        this.transport = transport;
        this.remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        this.inbox = inbox;
        this.ended = ended;
    }

    void start() {
        Loopback.thread("office-sip-read", this::read);
        Loopback.thread("office-sip-write", this::write);
    }

    private void read() {
        try {
            MessageStream messages = new MessageStream(socket.getInputStream(), () -> send(PONG));
            boolean more = true;
            while (more) {
                more = take(messages);
            }
        } catch (IOException e) {
            LOG.debug("a connection ended: {}", e.toString());
            cut();
        } catch (RuntimeException unforeseen) {
            LOG.warn("a connection could not be read", unforeseen);
            cut();
        }
    }

    private boolean take(MessageStream messages) throws IOException {
        try {
            SipMessage message = messages.next();
            if (message == null) {
                cut();
                return false;
            }
            inbox.received(message, this);
            return true;
        } catch (BadMessage bad) {
            inbox.garbled(bad, this);
            if (messages.isLost()) {
                close();
            }
            return !messages.isLost();
        }
    }

    private void write() {
        try {
            OutputStream out = socket.getOutputStream();
            byte[] message = outbox.take();
            while (message.length > 0) {
                out.write(message);
                out.flush();
                message = outbox.take();
            }
        } catch (IOException e) {
            LOG.debug("a connection takes nothing more: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cut();
    }

    @Override
    public void send(byte[] message) {
        if (!outbox.offer(message)) {
            LOG.warn("a client took nothing for too long and was cut off");
            cut();
        }
    }

    /** Sends what waits, then ends. */
    @Override
    public void close() {
        if (!outbox.offer(END)) {
            cut();
        }
    }

    /** Ends now. */
    void cut() {
        if (socket.isClosed()) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("could not be closed", e);
        }
        outbox.clear();
        outbox.offer(END);
        ended.accept(this);
        inbox.closed(this);
    }

    @Override
    public String transport() {
        return transport;
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public boolean isOpen() {
        return !socket.isClosed();
    }
}
