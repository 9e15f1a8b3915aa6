package org.lamplight.ui.chat;

import java.awt.Component;
import java.awt.Rectangle;
import java.util.Collection;
import java.util.function.Consumer;
import org.lamplight.chat.Message;
import org.lamplight.ui.text.Link;

/** What can be done with what is written. EDT. */
interface TranscriptDeeds {
    /** Sends a failed message again. */
    void retry(Message failed);

    /** Shows the message that this one answers. */
    void jump(Message answer);

    /** Replaces our reactions to a message. */
    void react(Message to, Collection<String> emoji);

    /** Asks for an emoji beside this part of a component. */
    void pickEmoji(Component in, Rectangle beside, Consumer<String> takes);

    /** Begins an answer. */
    void reply(Message to);

    /** Begins to give a message of ours another text. */
    void edit(Message own);

    /** Takes a message of ours back, if that is really wanted. */
    void delete(Message own);

    /** Opens the file that a message shares. */
    void openFile(Message with);

    /** Says no to a file that somebody offers. */
    void decline(Message with);

    /** Opens where a link leads. */
    void open(Link link);
}
