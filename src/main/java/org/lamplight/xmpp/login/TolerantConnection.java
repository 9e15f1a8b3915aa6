package org.lamplight.xmpp.login;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.packet.ErrorIQ;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.lamplight.xmpp.stream.TolerantReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out a stanza that Smack's readers of extensions fail on, and says no without repeating the question, for what
 * could be read may be nothing that can be written again. Without both the stream ends, the server sends the stanza again,
 * and whoever can send us one message keeps us cut off. And reads no faster than what comes can be kept.
 */
final class TolerantConnection extends XMPPTCPConnection implements Resumption {
    private static final Logger LOG = LoggerFactory.getLogger(TolerantConnection.class);

    private final Pace pace;
    private final Unacknowledged unacknowledged = new Unacknowledged(this::isConnected);

    /** @param kept makes what completes once all that was given to listeners so far is kept */
    TolerantConnection(XMPPTCPConnectionConfiguration configuration, Supplier<CompletableFuture<Void>> kept) {
        super(configuration);
        this.pace = new Pace(() -> {
            CompletableFuture<Void> heard = new CompletableFuture<>();
            ASYNC_BUT_ORDERED.performAsyncButOrdered(this, () -> heard.complete(null));
            return heard.thenCompose(done -> kept.get());
        });
        addStanzaAcknowledgedListener(unacknowledged::end);
        addStanzaDroppedListener(unacknowledged::end);
        addConnectionListener(new Gone());
    }

    @Override
    public void resumed() {
        unacknowledged.resumed();
    }

    @Override
    public boolean isWhole() {
        return unacknowledged.isWhole();
    }

    private final class Gone implements ConnectionListener {
        @Override
        public void connectionClosed() {
            unacknowledged.wake();
        }

        @Override
        public void connectionClosedOnError(Exception cause) {
            unacknowledged.wake();
        }
    }

    @Override
    protected void sendStanzaInternal(Stanza stanza) throws NotConnectedException, InterruptedException {
        if (isSmEnabled() && !(isConnected() && unacknowledged.begin(stanza))) {
            if (isConnected()) {
                notifyConnectionError(new NothingAcknowledged());
            }
            throw new NotConnectedException();
        }
        boolean taken = false;
        try {
            super.sendStanzaInternal(stanza instanceof ErrorIQ refusal ? bare(refusal) : stanza);
            taken = true;
        } finally {
            if (!taken) {
                unacknowledged.end(stanza);
            }
        }
    }

    @Override
    protected void parseAndProcessStanza(XmlPullParser parser)
            throws XmlPullParserException, IOException, InterruptedException {
        int depth = parser.getDepth();
        try {
            super.parseAndProcessStanza(parser);
        } catch (RuntimeException unreadable) {
            LOG.info("A stanza was left out, for it could not be read", unreadable);
            TolerantReader.skip(parser, depth);
        }
        pace.step();
    }

    /** The refusal by itself: to hold the request too is a courtesy (RFC 6120, section 8.3.1). */
    private static ErrorIQ bare(ErrorIQ refusal) {
        ErrorIQ bare = ErrorIQ.builder(refusal.getError()).build();
        bare.setStanzaId(refusal.getStanzaId());
        bare.setTo(refusal.getTo());
        bare.setFrom(refusal.getFrom());
        return bare;
    }
}
