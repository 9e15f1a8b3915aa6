package org.lamplight.ui.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.ChatEvent;
import org.lamplight.chat.Message;
import org.lamplight.chat.TalkPage;
import org.lamplight.chat.TalkPlace;
import org.lamplight.core.Events;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FrameTimer;
import org.lamplight.ui.kit.Question;

/**
 * The messages of one talk around what is looked at: the newest first, others on demand, never more than a few pages. News
 * apply at most once a frame. EDT.
 */
final class TalkFeed implements AutoCloseable {
    static final int PAGE = 200;

    /** Hears what changed, on the EDT. */
    interface Listener {
        /** Messages came or changed; {@code own} if one of ours was just written. */
        void changed(boolean own);

        /** Another part of the talk is loaded; this message is the one that was asked for, null for the newest. */
        void jumped(@Nullable Message to);

        void typing(boolean typing);

        void failed(String sentence);

        /** Whether somebody reads further up. */
        boolean reading();
    }

    private final Domain domain;
    private final String peer;
    private final Listener listener;
    private final Events.Subscription subscription;
    private final FrameTimer frame = new FrameTimer(this::apply);
    private final Object lock = new Object();
    private List<ChatEvent> next = new ArrayList<>();

    private final TalkStretch stretch = new TalkStretch();

    /** What was told while a page was on its way, which may have been read before that. */
    private final List<ChatEvent> meanwhile = new ArrayList<>();

    private final ArchiveFeed archive;
    private int asked;
    private boolean loading;
    private boolean closed;

    TalkFeed(Domain domain, String peer, Listener listener) {
        this.domain = domain;
        this.peer = peer;
        this.listener = listener;
        this.archive = new ArchiveFeed(domain, peer, () -> tell(() -> listener.changed(false)));
        this.subscription = domain.events().listen(ChatEvent.class, this::collect);
        newest();
    }

    TalkStretch stretch() {
        return stretch;
    }

    /** Whether earlier messages are being fetched, for longer than one would not notice. */
    boolean fetching() {
        return archive.slow();
    }

    // ---- reading

    /** Shows the end of the talk. */
    void newest() {
        read(new TalkPlace.Newest(), page -> {
            stretch.replace(page.messages(), page.atEnd(), true);
            listener.jumped(null);
        });
    }

    /** Loads what came before, if there is more and nothing is on its way; at last from the archive of the server. */
    void older() {
        if (stretch.atStart()) {
            archive.older();
        } else if (!loading && !stretch.isEmpty()) {
            read(new TalkPlace.Before(stretch.first()), page -> {
                stretch.prepend(page);
                archive.came();
                listener.changed(false);
            });
        }
    }

    /** Loads what came after, if there is more and nothing is on its way. */
    void newer() {
        if (!loading && !stretch.atEnd() && !stretch.isEmpty()) {
            read(new TalkPlace.After(stretch.last()), page -> {
                stretch.append(page);
                listener.changed(false);
            });
        }
    }

    /** Shows the talk from this instant on, or its end if there is nothing later. */
    void jump(Instant to) {
        jump(new TalkPlace.From(to));
    }

    /** Shows the talk from the message on that has so many before it. */
    void jump(long before) {
        jump(new TalkPlace.Nth(before));
    }

    /** Shows the talk around this message. */
    void jump(Message to) {
        jump(new TalkPlace.From(to.at()));
    }

    private void jump(TalkPlace place) {
        read(place, page -> {
            if (page.messages().isEmpty()) {
                newest();
            } else {
                around(page);
            }
        });
    }

    /** And a page before what was asked for, so that one can look up at once. */
    private void around(TalkPage page) {
        Message first = page.messages().get(0);
        read(new TalkPlace.Before(first), above -> {
            List<Message> all = new ArrayList<>(above.messages());
            all.addAll(page.messages());
            stretch.replace(all, above.atEnd(), page.atEnd());
            listener.jumped(first);
        });
    }

    private void read(TalkPlace place, Consumer<TalkPage> then) {
        loading = true;
        int question = ++asked;
        Question.ask(
                domain.core(),
                () -> domain.chats().page(peer, place, PAGE),
                page -> {
                    if (question == asked && !closed) {
                        loading = false;
                        then.accept(page);
                        catchUp();
                    }
                },
                this::failed);
    }

    private void catchUp() {
        if (!loading) {
            List<ChatEvent> missed = List.copyOf(meanwhile);
            meanwhile.clear();
            missed.forEach(this::put);
            measure();
        }
    }

    /** Asks how much lies around, which may take longer than reading. */
    private void measure() {
        if (stretch.isEmpty() || (stretch.atStart() && stretch.atEnd())) {
            return;
        }
        int question = asked;
        Message first = stretch.first();
        Message last = stretch.last();
        Question.ask(
                domain.core(),
                () -> domain.chats().extent(peer, first, last),
                extent -> {
                    boolean still = question == asked
                            && !stretch.isEmpty()
                            && stretch.first().equals(first);
                    if (still && !closed) {
                        stretch.extent(extent);
                        listener.changed(false);
                    }
                },
                this::failed);
    }

    private void failed(String sentence) {
        loading = false;
        tell(() -> listener.failed(sentence));
    }

    // ---- news

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
            if (event instanceof ChatEvent.OlderCame older && older.peer().equals(peer)) {
                stretch.reopen();
                older();
            }
            if (event instanceof ChatEvent.HistoryRemoved removed
                    && removed.peer().equals(peer)
                    && !closed) {
                newest();
            }
            Message message = messageOf(event);
            if (message != null && message.peer().equals(peer)) {
                changed |= put(event);
                own |= event instanceof ChatEvent.MessageWritten;
                if (loading) {
                    meanwhile.add(event);
                }
            }
        }
        if (changed || own) {
            boolean written = own;
            tell(() -> listener.changed(written));
        }
    }

    /** A change of a message that is not loaded is none here: it lies elsewhere. */
    private boolean put(ChatEvent event) {
        Message message = Objects.requireNonNull(messageOf(event));
        boolean isNew = event instanceof ChatEvent.MessageReceived || event instanceof ChatEvent.MessageWritten;
        return (isNew || stretch.has(key(message))) && stretch.put(message, listener.reading());
    }

    private static @Nullable Message messageOf(ChatEvent event) {
        if (event instanceof ChatEvent.MessageReceived received) {
            return received.message();
        }
        if (event instanceof ChatEvent.MessageWritten written) {
            return written.message();
        }
        if (event instanceof ChatEvent.MessageChanged changed) {
            return changed.message();
        }
        return event instanceof ChatEvent.MessageStateChanged advanced ? advanced.message() : null;
    }

    static String key(Message message) {
        return TalkStretch.key(message);
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
