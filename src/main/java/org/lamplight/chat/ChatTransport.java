package org.lamplight.chat;

/** Carries messages for one account. Called on core; returns at once. */
public interface ChatTransport {

    /** Our own bare address there. */
    String ownAddress();

    /**
     * Sends a message, or does nothing if this very message is already on its way. The adapter reports to {@link Chats}
     * when the server took it ({@code sent}), the peer got it ({@code delivered}), or somebody refused it ({@code failed}).
     */
    void send(Message message);

    /** Tells the sender that their message is stored here (XEP-0184). */
    void acknowledge(Message message);

    /** Tells the peer that all they wrote was read, if they asked for that (XEP-0333). */
    void displayed(String peer);

    /** Tells the peer that we write, or stopped (XEP-0085). */
    void typing(String peer, boolean typing);
}
