package org.lamplight.xmpp.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection of the moment. A session that can't be resumed gets a new one, for Smack's old object may still hold
 * stanzas and would send them ahead of the sign-in; who listens is told of each.
 */
public final class Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private final List<Consumer<XMPPTCPConnection>> listeners = new CopyOnWriteArrayList<>();
    private volatile XMPPTCPConnection connection;

    public Wire(XMPPTCPConnection first) {
        this.connection = first;
    }

    /** From any thread. */
    public XMPPTCPConnection connection() {
        return connection;
    }

    /** Hands a stanza to the connection; false if there is none. From any thread. */
    public boolean write(Stanza stanza) {
        try {
            connection.sendStanza(stanza);
            return true;
        } catch (SmackException.NotConnectedException e) {
            LOG.debug("not sent, for the connection is gone", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Does this with the connection of now and with every later one. On the session's thread. */
    public void each(Consumer<XMPPTCPConnection> setUp) {
        listeners.add(setUp);
        setUp.accept(connection);
    }

    /** Goes over to another. On the session's thread. */
    public void replace(XMPPTCPConnection next) {
        connection = next;
        listeners.forEach(setUp -> setUp.accept(next));
    }
}
