package org.lamplight.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.core.Events;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;

/**
 * All talks. A message is stored before it is shown or sent; what is not yet sent waits in an outbox, in order, and
 * survives a restart. All methods belong on the core thread.
 */
public final class Chats {
    private static final Texts TEXTS = Texts.of(Chats.class);
    private static final Duration RECEIPT_MAY_COME = Duration.ofDays(1);
    private static final int LONGEST_TEXT = 256 * 1024;

    private final Events events;
    private final Clock clock;
    private final MessageStore store;
    private final Map<String, Outbox> outboxes = new LinkedHashMap<>();
    private final Map<String, Talk> talks = new LinkedHashMap<>();

    /** Messages of ours whose peer has not got them yet, so that a receipt finds them. Bounded by the receipts that come. */
    private final Map<String, Message> open = new LinkedHashMap<>();

    private final CompletableFuture<Void> loaded;
    private boolean tellsRead = true;

    /** A message that can't be sent at all; the text is a sentence for the user. */
    public static final class Unsendable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unsendable(String sentence) {
            super(sentence);
        }
    }

    public Chats(Events events, Clock clock, MessageStore store) {
        this.events = events;
        this.clock = clock;
        this.store = store;
        this.loaded = store.talks()
                .thenAccept(all -> all.forEach(talk -> talks.putIfAbsent(talk.peer(), talk)))
                .thenCompose(done -> store.unfinished())
                .thenAccept(all -> all.forEach(this::goOn));
    }

    // ---- what the user does

    /** Writes a message. The future completes on core once it is stored: from then on it is not lost. */
    public CompletableFuture<Message> send(String peer, String written) {
        Threads.requireCore();
        String text = PlainText.xml(written);
        String account = outboxes.entrySet().stream()
                .filter(box -> box.getValue().transport().isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        if (account == null) {
            return unsendable(TEXTS.get("account.none"));
        }
        if (text.isBlank()) {
            return unsendable(TEXTS.get("message.empty"));
        }
        if (text.length() > LONGEST_TEXT) {
            return unsendable(TEXTS.get("message.long", String.valueOf(LONGEST_TEXT)));
        }
        return send(account, peer, text);
    }

    private CompletableFuture<Message> send(String account, String peer, String text) {
        String own = outbox(account).transport().map(ChatTransport::ownAddress).orElse("");
        Message message = new Message(
                UUID.randomUUID().toString(),
                account,
                peer,
                clock.instant(),
                Direction.OUT,
                own,
                text,
                State.QUEUED,
                null);
        return loaded.thenCompose(done -> store.add(message)).thenApply(isNew -> {
            waitInOutbox(message);
            events.publish(new ChatEvent.MessageWritten(current(message)));
            changeTalk(message, unread(peer));
            return current(message);
        });
    }

    /** Tries a failed message again, under the same id. */
    public CompletableFuture<Void> retry(Message failed) {
        Threads.requireCore();
        Message message = failed.with(State.QUEUED, null);
        return store.setState(message).thenAccept(done -> {
            waitInOutbox(message);
            events.publish(new ChatEvent.MessageStateChanged(message));
        });
    }

    /** The user looked at the talk. */
    public CompletableFuture<Void> read(String peer) {
        Threads.requireCore();
        Talk talk = talks.get(peer);
        if (talk == null || talk.unread() == 0) {
            return CompletableFuture.completedFuture(null);
        }
        put(new Talk(peer, 0, talk.last()));
        if (tellsRead) {
            outboxes.values().stream().flatMap(box -> box.transport().stream()).forEach(each -> each.displayed(peer));
        }
        return store.markRead(peer);
    }

    /** Whether others hear that their messages were read; they do unless this says otherwise. */
    public void tellRead(boolean on) {
        Threads.requireCore();
        tellsRead = on;
    }

    public void typing(String peer, boolean typing) {
        Threads.requireCore();
        outboxes.values().stream()
                .flatMap(box -> box.transport().stream())
                .findFirst()
                .ifPresent(transport -> transport.typing(peer, typing));
    }

    public CompletableFuture<List<Message>> history(
            String peer, int limit, @Nullable Instant before, @Nullable String search) {
        return store.history(peer, limit, before, search);
    }

    /** The messages next to a place of a talk, at most so many; fewer where their texts are very long. */
    public CompletableFuture<TalkPage> page(String peer, TalkPlace place, int limit) {
        return store.page(peer, place, limit);
    }

    /** How many messages the talk has before the first and after the second of these. */
    public CompletableFuture<TalkExtent> extent(String peer, Message first, Message last) {
        return store.extent(peer, first, last);
    }

    /** The newest messages of all talks that contain this text, case ignored, newest first. */
    public CompletableFuture<List<Message>> search(String text, int limit) {
        return store.search(text, limit);
    }

    /** Talks known so far, in no certain order. */
    public List<Talk> talks() {
        Threads.requireCore();
        return List.copyOf(talks.values());
    }

    /** Completes once talks and queued messages of earlier runs are known. */
    public CompletableFuture<Void> loaded() {
        return loaded;
    }

    // ---- what adapters tell

    public void addTransport(String account, ChatTransport transport) {
        Threads.requireCore();
        outbox(account).attach(transport);
    }

    public void removeTransport(String account) {
        Threads.requireCore();
        outbox(account).detach();
    }

    /** The account can send from now on. {@code resumed}: the session goes on and nothing under way was lost. */
    public void opened(String account, boolean resumed) {
        loaded.thenAccept(done -> outbox(account).open(resumed));
    }

    public void closed(String account) {
        Threads.requireCore();
        outbox(account).close();
    }

    /**
     * A message came. It is stored, shown once however often it comes, and then acknowledged. The future completes once it
     * is stored, and fails if it could not be.
     */
    public CompletableFuture<Void> received(Message message) {
        Threads.requireCore();
        return store.add(message)
                .whenComplete((isNew, full) -> {
                    if (full == null) {
                        outbox(message.account()).transport().ifPresent(transport -> transport.acknowledge(message));
                    }
                    // Not stored, so not acknowledged; but what came is shown all the same
                    if (full != null || isNew) {
                        show(message);
                    }
                })
                .thenAccept(isNew -> {});
    }

    /**
     * One of ours that another device of ours sent: it is shown as if it had been written here, and the talk was looked at
     * there. The future completes once it is stored.
     */
    public CompletableFuture<Void> sentElsewhere(Message message) {
        Threads.requireCore();
        // At once, for its receipt may come right behind it
        boolean awaits = message.at().isAfter(clock.instant().minus(RECEIPT_MAY_COME))
                && open.putIfAbsent(message.id(), message) == null;
        return store.add(message).thenAccept(isNew -> {
            if (isNew) {
                events.publish(new ChatEvent.MessageWritten(current(message)));
                changeTalk(current(message), 0);
                store.markRead(message.peer());
            } else if (awaits) {
                open.remove(message.id());
            }
        });
    }

    private void show(Message message) {
        events.publish(new ChatEvent.MessageReceived(message));
        changeTalk(message, unread(message.peer()) + 1);
    }

    /** Our server has it. */
    public void sent(String account, String id) {
        Threads.requireCore();
        outbox(account).done(id);
        advance(id, State.SENT, null);
    }

    /** The peer has it (XEP-0184). What somebody else says of it does not count. */
    public void delivered(String account, String peer, String id) {
        Threads.requireCore();
        if (!isTo(peer, id)) {
            return;
        }
        outbox(account).done(id);
        advance(id, State.DELIVERED, null);
        open.remove(id);
    }

    private boolean isTo(String peer, String id) {
        Message message = open.get(id);
        return message != null && message.peer().equalsIgnoreCase(peer);
    }

    /** The peer read everything up to this message of ours (XEP-0333). */
    public void seen(String account, String peer, String id) {
        Threads.requireCore();
        store.seen(account, peer, id)
                .thenAccept(read -> read.forEach(message -> {
                    outbox(account).done(message.id());
                    open.remove(message.id());
                    replaceLast(message);
                    events.publish(new ChatEvent.MessageStateChanged(message));
                }));
    }

    /** The user looked at the talk on another device. */
    public void readElsewhere(String peer) {
        Threads.requireCore();
        Talk talk = talks.get(peer);
        if (talk != null && talk.unread() > 0) {
            put(new Talk(peer, 0, talk.last()));
            store.markRead(peer);
        }
    }

    /** It was refused on its way to the peer, or by them, with this sentence. */
    public void failed(String account, String peer, String id, String reason) {
        Threads.requireCore();
        if (!isTo(peer, id)) {
            return;
        }
        outbox(account).done(id);
        advance(id, State.FAILED, reason);
        open.remove(id);
    }

    public void peerTyping(String peer, boolean typing) {
        Threads.requireCore();
        events.publish(new ChatEvent.TypingChanged(peer, typing));
    }

    // ---- keeping

    private void advance(String id, State next, @Nullable String reason) {
        Message message = open.get(id);
        if (message == null || message.state().compareTo(next) >= 0) {
            return;
        }
        Message advanced = message.with(next, reason);
        open.put(id, advanced);
        store.setState(advanced);
        replaceLast(advanced);
        events.publish(new ChatEvent.MessageStateChanged(advanced));
    }

    private void replaceLast(Message advanced) {
        Talk talk = talks.get(advanced.peer());
        if (talk != null && talk.last() != null && talk.last().id().equals(advanced.id())) {
            put(new Talk(talk.peer(), talk.unread(), advanced));
        }
    }

    private Message current(Message message) {
        return open.getOrDefault(message.id(), message);
    }

    /** What an earlier run left to be sent, or to be acknowledged by its peer. */
    private void goOn(Message message) {
        if (message.state() == State.QUEUED) {
            waitInOutbox(message);
        } else {
            open.put(message.id(), message);
        }
    }

    private void waitInOutbox(Message message) {
        open.put(message.id(), message);
        outbox(message.account()).offer(message);
    }

    private Outbox outbox(String account) {
        return outboxes.computeIfAbsent(account, any -> new Outbox());
    }

    private int unread(String peer) {
        return Optional.ofNullable(talks.get(peer)).map(Talk::unread).orElse(0);
    }

    private void changeTalk(Message newest, int unread) {
        put(new Talk(newest.peer(), unread, newest));
    }

    private void put(Talk talk) {
        talks.put(talk.peer(), talk);
        events.publish(new ChatEvent.TalkChanged(talk));
    }

    private static CompletableFuture<Message> unsendable(String sentence) {
        return CompletableFuture.failedFuture(new Unsendable(sentence));
    }
}
