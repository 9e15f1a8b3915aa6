package org.lamplight.ui.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.ChatEvent;
import org.lamplight.chat.Message;
import org.lamplight.core.Events;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FrameTimer;
import org.lamplight.ui.kit.Question;

/** The messages of one talk, the newest first loaded and more on demand; news apply at most once a frame. EDT. */
final class TalkFeed implements AutoCloseable {
    static final int PAGE = 200;

    /** Hears what changed, on the EDT. */
    interface Listener {
        /** Messages came or changed; {@code own} if one of ours was just written. */
        void changed(boolean own);

        void typing(boolean typing);

        void failed(String sentence);
    }

    private final Domain domain;
    private final String peer;
    private final Listener listener;
    private final Events.Subscription subscription;
    private final FrameTimer frame = new FrameTimer(this::apply);
    private final Object lock = new Object();
    private List<ChatEvent> next = new ArrayList<>();

    private Map<String, Message> messages = new LinkedHashMap<>();
    private boolean loading;
    private boolean whole;
    private boolean closed;

    TalkFeed(Domain domain, String peer, Listener listener) {
        this.domain = domain;
        this.peer = peer;
        this.listener = listener;
        this.subscription = domain.events().listen(ChatEvent.class, this::collect);
        load(null);
    }

    List<Message> messages() {
        return List.copyOf(messages.values());
    }

    /** Loads what came before the first that is shown, if there is more and nothing is on its way. */
    void older() {
        if (!loading && !whole && !messages.isEmpty()) {
            // messages of the same instant may lie on both sides of the cut: overlap, and keep each once
            load(messages.values().iterator().next().at().plusMillis(1));
        }
    }

    private void load(@Nullable Instant before) {
        loading = true;
        Question.ask(
                domain.core(),
                () -> domain.chats().history(peer, PAGE, before, null),
                page -> loaded(page, before == null),
                sentence -> {
                    loading = false;
                    listener.failed(sentence);
                });
    }

    private void loaded(List<Message> page, boolean newest) {
        loading = false;
        Map<String, Message> joined = new LinkedHashMap<>();
        page.forEach(message -> joined.put(key(message), message));
        int before = messages.size();
        messages.forEach(joined::put);
        messages = joined;
        whole = page.size() < PAGE || (!newest && messages.size() == before);
        tell(() -> listener.changed(newest));
    }

    private void collect(ChatEvent event) {
        synchronized (lock) {
            next.add(event);
        }
        frame.wish();
    }

    private void apply() {
        List<ChatEvent> events;
        synchronized (lock) {
            events = next;
            next = new ArrayList<>();
        }
        boolean changed = false;
        boolean own = false;
        for (ChatEvent event : events) {
            if (event instanceof ChatEvent.TypingChanged typing && typing.peer().equals(peer)) {
                tell(() -> listener.typing(typing.typing()));
            }
            Message message = messageOf(event);
            if (message != null && message.peer().equals(peer)) {
                changed |= put(message, event);
                own |= event instanceof ChatEvent.MessageWritten;
            }
        }
        if (changed) {
            boolean written = own;
            tell(() -> listener.changed(written));
        }
    }

    /** A change of a message that is not loaded is none here: it lies further up. */
    private boolean put(Message message, ChatEvent event) {
        boolean known = messages.containsKey(key(message));
        if (!known && event instanceof ChatEvent.MessageStateChanged) {
            return false;
        }
        messages.put(key(message), message);
        return true;
    }

    private static @Nullable Message messageOf(ChatEvent event) {
        if (event instanceof ChatEvent.MessageReceived received) {
            return received.message();
        }
        if (event instanceof ChatEvent.MessageWritten written) {
            return written.message();
        }
        return event instanceof ChatEvent.MessageStateChanged changed ? changed.message() : null;
    }

    static String key(Message message) {
        return message.direction() + message.id();
    }

    private void tell(Runnable news) {
        if (!closed) {
            news.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
    }
}
