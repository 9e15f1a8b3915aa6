package org.lamplight.ui.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;

/** Where in a talk the line stands before what was not seen: it stays until one writes or comes back. EDT. */
final class NewLine {
    private int unread;
    private @Nullable String first;
    private @Nullable String newest;
    private boolean away;

    /** A talk is opened of which so many messages were not seen. */
    void opened(int messages) {
        unread = messages;
        first = null;
        newest = null;
        away = false;
    }

    /** Something changed while the talk could be seen, or not; {@code own}: we wrote. */
    void seen(boolean visible, boolean own) {
        if (own) {
            opened(0);
        }
        if (!visible && !away && first == null) {
            away = true;
        }
    }

    /** The key of the first message that was not seen, null if there is none. */
    @Nullable
    String at(List<Message> messages) {
        if (unread > 0 && first == null) {
            first = firstOf(messages, unread);
        }
        if (away && newest != null && first == null) {
            first = after(messages, newest);
        }
        if (!messages.isEmpty() && !away) {
            newest = TalkStretch.key(messages.get(messages.size() - 1));
        }
        return first;
    }

    /** The first of so many that came, from the end; none if not so many are loaded. */
    private static @Nullable String firstOf(List<Message> messages, int count) {
        int left = count;
        for (int i = messages.size() - 1; i >= 0; i--) {
            boolean came = messages.get(i).direction() == Message.Direction.IN;
            left -= came ? 1 : 0;
            if (came && left == 0) {
                return TalkStretch.key(messages.get(i));
            }
        }
        return null;
    }

    private static @Nullable String after(List<Message> messages, String key) {
        for (int i = 0; i + 1 < messages.size(); i++) {
            if (TalkStretch.key(messages.get(i)).equals(key)) {
                return TalkStretch.key(messages.get(i + 1));
            }
        }
        return null;
    }
}
