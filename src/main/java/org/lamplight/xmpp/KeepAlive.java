package org.lamplight.xmpp;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out by asking (XEP-0199) whether somebody still listens at the other end of a connection that says nothing.
 *
 * @param thread where the news is told
 */
record KeepAlive(XMPPTCPConnection connection, Executor thread) {
    private static final Logger LOG = LoggerFactory.getLogger(KeepAlive.class);

    /** Asks, without waiting. If no answer came in time, {@code silent} is told on the thread. */
    void ask(Duration within, Consumer<Exception> silent) {
        Ping ping = new Ping(connection.getXMPPServiceDomain());
        connection.sendIqRequestAsync(ping, within.toMillis()).onError(failure -> {
            if (failure instanceof SmackException.NoResponseException) {
                tell(() -> silent.accept(failure));
            }
        });
    }

    /** Whether nothing at all was heard for so long. */
    boolean hasBeenQuietFor(Duration time) {
        return System.currentTimeMillis() - connection.getLastStanzaReceived() >= time.toMillis();
    }

    private void tell(Runnable news) {
        try {
            thread.execute(news);
        } catch (RejectedExecutionException ended) {
            LOG.trace("after the end", ended);
        }
    }
}
