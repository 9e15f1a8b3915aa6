package org.lamplight.chat;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Carries messages for one account. Called on core; returns at once. */
public interface ChatTransport {

    /** Our own bare address there. */
    String ownAddress();

    /**
     * Sends a message, or does nothing if this very message is already on its way. The adapter reports to {@link Chats}
     * when the server took it ({@code sent}), the peer got it ({@code delivered}), or somebody refused it ({@code failed}).
     */
    void send(Message message);

    /** Sends a correction, reactions or a retraction, as {@link #send} does a message. */
    void change(Change change);

    /**
     * Asks the server's archive (XEP-0313) for what is older than this message, and gives it to {@link Chats#olderReceived};
     * null for the newest. Completes on core with whether there may be more.
     */
    CompletableFuture<Boolean> older(String peer, @Nullable Message before);

    /** Tells the sender that their message is stored here (XEP-0184). */
    void acknowledge(Message message);

    /** Tells the peer that all they wrote was read, if they asked for that (XEP-0333). */
    void displayed(String peer);

    /** Tells the peer that we write, or stopped (XEP-0085). */
    void typing(String peer, boolean typing);
}
