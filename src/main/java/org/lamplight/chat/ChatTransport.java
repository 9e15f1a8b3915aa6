package org.lamplight.chat;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages for one account, or for one of its rooms. Called on core; returns at once. Only the first two need be
 * there: what a network does not have, it leaves out.
 */
public interface ChatTransport {

    /** Our own bare address there. */
    String ownAddress();

    /**
     * Sends a message, or does nothing if this very message is already on its way. The adapter reports to {@link Chats}
     * when the server took it ({@code sent}), the peer got it ({@code delivered}), or somebody refused it ({@code failed}).
     */
    void send(Message message);

    /** Whether what was sent can be corrected, reacted to and taken back. */
    default boolean canChange() {
        return false;
    }

    /** Sends a correction, reactions or a retraction, as {@link #send} does a message; asked only if that can be done. */
    default void change(Change change) {
        throw new UnsupportedOperationException(change.kind().word());
    }

    /**
     * Asks the server's archive (XEP-0313) for what is older than this message, and gives it to {@link Chats#olderReceived};
     * null for the newest. Completes on core with whether there may be more.
     */
    default CompletableFuture<Boolean> older(String peer, @Nullable Message before) {
        return CompletableFuture.completedFuture(false);
    }

    /** Tells the sender that their message is stored here (XEP-0184). */
    default void acknowledge(Message message) {}

    /** Tells the peer that all they wrote was read, if they asked for that (XEP-0333). */
    default void displayed(String peer) {}

    /** Tells the server whether somebody may be looking (XEP-0352), so that it can hold back what is not urgent. */
    default void attentive(boolean now) {}

    /** Tells the peer that we write, or stopped (XEP-0085). */
    default void typing(String peer, boolean typing) {}
}
