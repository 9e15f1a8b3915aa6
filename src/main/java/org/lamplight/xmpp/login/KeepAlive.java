package org.lamplight.xmpp.login;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.lamplight.core.Threads;

/**
 * Finds out by asking (XEP-0199) whether somebody still listens at the other end of a connection that says nothing.
 *
 * @param thread where the news is told
 */
public record KeepAlive(XMPPTCPConnection connection, Executor thread) {
    /** Asks, without waiting. If no answer came in time, {@code silent} is told on the thread. */
    public void ask(Duration within, Consumer<Exception> silent) {
        ask(within, () -> {}, silent);
    }

    /** The same; {@code heard} runs on the thread once there is an answer, be it a refusal. */
    public void ask(Duration within, Runnable heard, Consumer<Exception> silent) {
        Ping ping = new Ping(connection.getXMPPServiceDomain());
        connection
                .sendIqRequestAsync(ping, within.toMillis())
                .onSuccess(answer -> Threads.post(thread, heard))
                .onError(failure -> {
                    if (failure instanceof SmackException.NoResponseException) {
                        Threads.post(thread, () -> silent.accept(failure));
                    } else if (failure instanceof XMPPException.XMPPErrorException) {
                        Threads.post(thread, heard);
                    }
                });
    }

    /** Whether nothing at all was heard for so long, as far as one knows: the clock may have been set meanwhile. */
    public boolean hasBeenQuietFor(Duration time) {
        return isQuiet(System.currentTimeMillis() - connection.getLastStanzaReceived(), time);
    }

    /** What was heard later than now was heard before the clock was set back, nobody knows how long ago. */
    static boolean isQuiet(long sinceLastMs, Duration time) {
        return sinceLastMs < 0 || sinceLastMs >= time.toMillis();
    }
}
