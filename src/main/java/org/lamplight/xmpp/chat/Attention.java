package org.lamplight.xmpp.chat;

import java.util.concurrent.ScheduledExecutorService;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.csi.ClientStateIndicationManager;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.stream.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the server when nobody can be looking (XEP-0352); each session, new or resumed, begins as if somebody were. */
final class Attention {
    private static final Logger LOG = LoggerFactory.getLogger(Attention.class);

    private final Wire wire;
    private final ScheduledExecutorService thread;
    private boolean attentive = true;

    Attention(Wire wire, ScheduledExecutorService thread) {
        this.wire = wire;
        this.thread = thread;
    }

    /** From any thread. */
    void is(boolean now) {
        Threads.post(thread, () -> {
            attentive = now;
            tell(now);
        });
    }

    /** A session is there. On the session's thread. */
    void began() {
        if (!attentive) {
            tell(false);
        }
    }

    private void tell(boolean now) {
        XMPPTCPConnection connection = wire.connection();
        if (!connection.isAuthenticated() || !ClientStateIndicationManager.isSupported(connection)) {
            return;
        }
        try {
            if (now) {
                ClientStateIndicationManager.active(connection);
            } else {
                ClientStateIndicationManager.inactive(connection);
            }
        } catch (SmackException.NotConnectedException gone) {
            LOG.debug("not told, for the connection is gone", gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
