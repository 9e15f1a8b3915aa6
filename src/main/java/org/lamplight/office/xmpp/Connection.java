package org.lamplight.office.xmpp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.lamplight.office.xmpp.xml.Element;
import org.lamplight.office.xmpp.xml.StanzaReader;
import org.lamplight.office.xmpp.xml.StreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's TCP connection: a reader thread that understands, a writer thread that sends. What the elements mean is
 * the {@link Stage}'s business. Sending and cutting are thread-safe, the rest is for the reader thread.
 */
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int LARGEST_STANZA = 1 << 20;
    private static final int NEGOTIATION_MILLIS = 60_000;
    static final int FAREWELL_SECONDS = 2;

    private final Socket raw;
    private final Outbox outbox;
    private final XmppSettings settings;
    private final ScheduledExecutorService clock;
    private final AtomicInteger sidesDone = new AtomicInteger();
    private Socket socket;
    private Stage stage;
    private boolean headerSent;
    private boolean restart = true;
    private boolean encrypted;

    Connection(
            Socket raw,
            XmppSettings settings,
            Switchboard switchboard,
            Hibernation hibernation,
            ScheduledExecutorService clock)
            throws IOException {
        this.clock = clock;
        this.raw = raw;
        this.socket = raw;
        this.settings = settings;
        this.outbox = new Outbox(raw.getOutputStream(), this::hangUp);
        this.stage = new Negotiation(this, settings, switchboard, hibernation);
    }

    /** What a connection does with the elements of its stream; negotiation first, then a session. */
    interface Stage {
        /** Takes an element of the stream. */
        void received(Element element) throws StreamException, IOException;

        /** The stream features to offer after the stream's header. */
        Element features();

        /** The connection is over; {@code orderly} if the stream was closed, by either side, rather than cut. */
        void ended(boolean orderly);
    }

    boolean isEncrypted() {
        return encrypted;
    }

    /** Negotiation is over; from now on the client may be silent as long as it likes. */
    void stage(Stage next) {
        stage = next;
        try {
            raw.setSoTimeout(0);
        } catch (IOException e) {
            LOG.debug("the client has gone already", e);
        }
    }

    /** The client opens a new stream next (RFC 6120 section 4.3.3). */
    void expectRestart() {
        restart = true;
    }

    /** Sends; a client that takes nothing for too long is cut off. */
    void send(String xml) {
        if (!outbox.offer(xml)) {
            LOG.warn("a client took nothing for too long and was cut off");
            cut();
        }
    }

    void send(Element element) {
        send(element.toXml(Ns.CLIENT));
    }

    void startTls(SSLContext context) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        tls.setUseClientMode(false);
        try {
            outbox.switchTo(tls.getOutputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        tls.startHandshake();
        socket = tls;
        encrypted = true;
    }

    /** The reader thread's work, from the first byte to the last. */
    void run(boolean directTls) {
        boolean orderly = false;
        try {
            raw.setTcpNoDelay(true);
            raw.setSoTimeout(NEGOTIATION_MILLIS);
            if (directTls) {
                startTls(settings.tls());
            }
            read();
            orderly = true;
        } catch (StreamException e) {
            orderly = true;
            fail(e.condition());
        } catch (IOException e) {
            LOG.debug("a connection ended: {}", e.toString());
        } catch (RuntimeException e) {
            LOG.error("a connection failed", e);
            fail("internal-server-error");
        } finally {
            stage.ended(orderly);
            if (orderly) {
                close();
                drain();
            } else {
                cut();
            }
        }
    }

    /**
     * Reads on until the client has hung up too: to close with something unread would reset the connection, and the
     * client might never see why.
     */
    private void drain() {
        byte[] ignored = new byte[8192];
        try {
            InputStream in = raw.getInputStream();
            int got = in.read(ignored);
            while (got >= 0) {
                got = in.read(ignored);
            }
        } catch (IOException e) {
            LOG.trace("the client is gone", e);
        }
        sideDone();
    }

    /** Nothing more will be sent; what the client still sends is read. */
    private void hangUp() {
        try {
            raw.shutdownOutput();
        } catch (IOException e) {
            LOG.trace("already closed", e);
        }
        sideDone();
    }

    private void sideDone() {
        if (sidesDone.incrementAndGet() == 2) {
            closeSocket();
        }
    }

    private void read() throws IOException, StreamException {
        StanzaReader reader = null;
        while (true) {
            if (restart || reader == null) {
                reader = new StanzaReader(socket.getInputStream(), LARGEST_STANZA);
                open(reader.open());
            }
            Element element = reader.next();
            if (element == null) {
                return;
            }
            stage.received(element);
        }
    }

    private void open(Element header) throws StreamException {
        restart = false;
        String id = Long.toString(System.nanoTime() ^ System.identityHashCode(header), 36);
        send("<?xml version='1.0'?><stream:stream xmlns='" + Ns.CLIENT + "' xmlns:stream='" + Ns.STREAM + "' id='" + id
                + "' from='" + settings.domain() + "' version='1.0' xml:lang='en'>");
        headerSent = true;
        if (!header.is("stream", Ns.STREAM)) {
            throw new StreamException("invalid-namespace");
        }
        String to = header.attribute("to");
        if (to != null && !to.equalsIgnoreCase(settings.domain())) {
            throw new StreamException("host-unknown");
        }
        send(stage.features());
    }

    /** Ends the stream with an error (RFC 6120 section 4.9). */
    void fail(String condition) {
        String header = headerSent
                ? ""
                : "<stream:stream xmlns='" + Ns.CLIENT + "' xmlns:stream='" + Ns.STREAM + "' version='1.0'>";
        send(header + "<stream:error><" + condition + " xmlns='" + Ns.STREAM_ERRORS + "'/></stream:error>");
        close();
    }

    /** Ends the stream properly: what waits is sent first, and the client has a while to hang up too. */
    void close() {
        if (headerSent) {
            send("</stream:stream>");
        }
        outbox.finish();
        clock.schedule(this::cut, FAREWELL_SECONDS, TimeUnit.SECONDS);
    }

    /** Resets the connection, as a network that breaks does. */
    void cut() {
        try {
            raw.setSoLinger(true, 0);
        } catch (IOException e) {
            LOG.debug("already closed", e);
        }
        outbox.close();
        closeSocket();
    }

    private void closeSocket() {
        try {
            raw.close();
        } catch (IOException e) {
            LOG.debug("could not be closed", e);
        }
    }

    /** The writer thread's work. */
    void write() {
        outbox.run();
    }
}
