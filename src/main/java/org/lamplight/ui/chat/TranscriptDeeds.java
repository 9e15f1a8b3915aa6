package org.lamplight.ui.chat;

import org.lamplight.chat.Message;
import org.lamplight.ui.text.Link;

/** What can be done with what is written. EDT. */
interface TranscriptDeeds {
    /** Sends a failed message again. */
    void retry(Message failed);

    /** Opens where a link leads. */
    void open(Link link);
}
