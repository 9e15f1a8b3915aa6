package org.lamplight.ui.chat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.lamplight.chat.Message;

/** What messages say, as shown; the last few hundred are kept. EDT. */
final class Bodies {
    private static final int MOST_KEPT = 600;
    private static final String ME = "/me ";

    private final Function<Message, String> writer;
    private final Set<String> unfolded = new HashSet<>();
    private final Map<String, Body> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Body> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** @param writer how who wrote a message is called where they say what they do (XEP-0245) */
    Bodies(Function<Message, String> writer) {
        this.writer = writer;
    }

    Body of(Message message) {
        String key = TalkStretch.key(message);
        String says = says(message, writer);
        Body body = kept.get(key);
        if (body == null || !body.written().equals(says)) {
            body = Body.of(says, unfolded.contains(key));
            kept.put(key, body);
        }
        return body;
    }

    /** How many rows it takes; at most one for a message that was never unfolded, which is cheap to ask. */
    int parts(Message message) {
        return unfolded.contains(TalkStretch.key(message)) ? of(message).parts() : 1;
    }

    /** A guess at the number of lines of a row that is made without touching a font. */
    int guess(TranscriptRow.Entry entry, int lettersPerLine) {
        Message message = entry.message();
        return unfolded.contains(TalkStretch.key(message))
                ? of(message).guess(entry.part(), lettersPerLine)
                : Body.guess(message.text(), lettersPerLine);
    }

    /** Shows all of it from now on. */
    void unfold(Message message) {
        unfolded.add(TalkStretch.key(message));
        kept.remove(TalkStretch.key(message));
    }

    /** Another talk. */
    void clear() {
        unfolded.clear();
        kept.clear();
    }

    /** What is shown as said. From any thread. */
    static String says(Message message, Function<Message, String> writer) {
        String text = message.text();
        return text.startsWith(ME) ? "* " + writer.apply(message) + text.substring(ME.length() - 1) : text;
    }
}
