package org.lamplight.ui.kit;

import org.lamplight.chat.Message;

/** Opens what another part of the face shows. Called on the EDT. */
public interface Openings {
    /** The talk with this bare address, ready to write. */
    void talk(String address);

    /** The talk of this message, at its place. */
    default void message(Message message) {
        talk(message.peer());
    }

    /** The search of all messages, for these words. */
    default void searchMessages(String words) {}
}
