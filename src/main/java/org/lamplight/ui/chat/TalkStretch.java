package org.lamplight.ui.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lamplight.chat.Message;
import org.lamplight.chat.TalkExtent;
import org.lamplight.chat.TalkPage;

/**
 * The stretch of a talk that is loaded: messages that follow each other, in the order of time, never more than a few pages
 * of them, and how many lie around. EDT.
 */
final class TalkStretch {
    static final int MOST = 1000;
    static final int MOST_LETTERS = 4_000_000;

    private List<Message> messages = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private boolean atStart;
    private boolean atEnd;
    private long before;
    private long after;

    static String key(Message message) {
        return message.direction() + message.id();
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    Message first() {
        return messages.get(0);
    }

    Message last() {
        return messages.get(messages.size() - 1);
    }

    /** Whether there is nothing stored before it. */
    boolean atStart() {
        return atStart;
    }

    /** Whether there is nothing stored after it. */
    boolean atEnd() {
        return atEnd;
    }

    /** About how many messages lie before it. */
    long before() {
        return atStart ? 0 : Math.max(1, before);
    }

    /** About how many messages lie after it. */
    long after() {
        return atEnd ? 0 : Math.max(1, after);
    }

    boolean has(String key) {
        return keys.contains(key);
    }

    /** Another stretch altogether; these follow each other. */
    void replace(List<Message> page, boolean start, boolean end) {
        messages = new ArrayList<>();
        keys.clear();
        page.forEach(this::insert);
        atStart = start;
        atEnd = end;
        before = 0;
        after = 0;
    }

    /** There is more before it after all. */
    void reopen() {
        atStart = false;
    }

    void extent(TalkExtent around) {
        before = around.before();
        after = around.after();
    }

    /** What lies before it; what is then too much is let go at the other end. */
    void prepend(TalkPage page) {
        before -= page.messages().size();
        List<Message> later = messages;
        messages = new ArrayList<>();
        keys.clear();
        page.messages().forEach(this::insert);
        later.forEach(this::insert);
        atStart = page.atEnd();
        trim(false);
    }

    /** What lies after it; what is then too much is let go at the other end. */
    void append(TalkPage page) {
        after -= page.messages().size();
        page.messages().forEach(this::insert);
        atEnd = page.atEnd();
        trim(true);
    }

    /**
     * One that came, or came again otherwise. Whether it lies within the stretch.
     *
     * @param reading whether somebody reads further up: then what they read is not let go for it
     */
    boolean put(Message message, boolean reading) {
        if (keys.contains(key(message))) {
            replace(message);
            return true;
        }
        if (isBefore(message)) {
            before++;
            return false;
        }
        if (isAfter(message) || (reading && messages.size() >= MOST)) {
            atEnd = false;
            after++;
            return false;
        }
        insert(message);
        trim(true);
        return true;
    }

    private boolean isBefore(Message message) {
        return !atStart && !isEmpty() && message.at().isBefore(first().at());
    }

    private boolean isAfter(Message message) {
        return !atEnd && (isEmpty() || !message.at().isBefore(last().at()));
    }

    private void insert(Message message) {
        if (!keys.add(key(message))) {
            replace(message);
            return;
        }
        int at = messages.size();
        while (at > 0 && messages.get(at - 1).at().isAfter(message.at())) {
            at--;
        }
        messages.add(at, message);
    }

    private void replace(Message message) {
        String key = key(message);
        messages.replaceAll(each -> key(each).equals(key) ? message : each);
    }

    private void trim(boolean atTheStart) {
        long letters = messages.stream().mapToLong(each -> each.text().length()).sum();
        while (messages.size() > 1 && (messages.size() > MOST || letters > MOST_LETTERS)) {
            Message gone = messages.remove(atTheStart ? 0 : messages.size() - 1);
            keys.remove(key(gone));
            letters -= gone.text().length();
            if (atTheStart) {
                atStart = false;
                before++;
            } else {
                atEnd = false;
                after++;
            }
        }
    }
}
