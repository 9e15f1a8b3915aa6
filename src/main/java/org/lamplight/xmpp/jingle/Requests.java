package org.lamplight.xmpp.jingle;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.IQ;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;

/** Asks over the connection of the moment. From any thread. */
final class Requests {
    private static final Duration USUAL = Duration.ofSeconds(20);

    private final Supplier<? extends XMPPConnection> connection;

    Requests(Supplier<? extends XMPPConnection> connection) {
        this.connection = connection;
    }

    XMPPConnection connection() {
        return connection.get();
    }

    /** Our own full address; null while there is none. */
    @Nullable
    Jid own() {
        return connection.get().getUser();
    }

    /** Fails with Smack's exceptions. */
    CompletableFuture<IQ> ask(IQ request, Duration most) {
        CompletableFuture<IQ> result = new CompletableFuture<>();
        connection
                .get()
                .sendIqRequestAsync(request, most.toMillis())
                .onSuccess(result::complete)
                .onError(result::completeExceptionally);
        return result;
    }

    CompletableFuture<IQ> ask(IQ request) {
        return ask(request, USUAL);
    }

    /** Waits for the answer; never on a thread of the library. */
    IQ answer(IQ request) throws IOException {
        try {
            return ask(request).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** Sends what nobody waits for. */
    void send(IQ answer) {
        try {
            connection.get().sendStanza(answer);
        } catch (SmackException.NotConnectedException gone) {
            // The other side hears of that from the server
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
