package org.lamplight.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.core.Events;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;

/**
 * All talks. A message is stored before it is shown or sent; {@link Delivery} sees it on its way, {@link Amendments} to what
 * is said about it later. All methods belong on the core thread.
 */
public final class Chats {
    private static final Texts TEXTS = Texts.of(Chats.class);
    private static final int LONGEST_TEXT = 256 * 1024;

    private final Events events;
    private final Clock clock;
    private final MessageStore store;
    private final Routes routes = new Routes();
    private final Talks talks;
    private final Delivery delivery;
    private final Amendments amendments;
    private final Retention retention;
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private CompletableFuture<Void> loading;
    private CompletableFuture<Void> turn;
    private CompletableFuture<?> newest = CompletableFuture.completedFuture(null);
    private boolean tellsRead = true;
    private Function<String, Optional<String>> accountOf = peer -> Optional.empty();

    /** A message that can't be sent at all; the text is a sentence for the user. */
    public static final class Unsendable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unsendable(String sentence) {
            super(sentence);
        }
    }

    @SuppressWarnings("this-escape") // nobody calls back before the constructor is over: all is posted to core
    public Chats(Events events, Clock clock, MessageStore store) {
        this.events = events;
        this.clock = clock;
        this.store = store;
        this.talks = new Talks(events);
        this.delivery = new Delivery(events, clock, store, routes, talks::isRoom, talks::replaceLast);
        this.amendments = new Amendments(events, clock, store, delivery, talks::isRoom, talks::replaceLast);
        this.retention = new Retention(events, clock, store, talks::reload);
        this.loading = read();
        this.turn = loading;
    }

    private CompletableFuture<Void> read() {
        return store.talks()
                .thenAccept(talks::load)
                .thenCompose(done -> delivery.goOnWhereItEnded())
                .thenRun(() -> loaded.complete(null));
    }

    /**
     * Reads talks and queued messages of earlier runs, once more if that failed before. Completes when they are known, and
     * fails if the store does; nothing is sent then, and {@link #loaded} waits for a later try.
     */
    public CompletableFuture<Void> load() {
        Threads.requireCore();
        if (loading.isCompletedExceptionally()) {
            loading = read();
            turn = loading;
        }
        return loading;
    }

    /** How far our messages got, and what adapters tell of that. */
    public Delivery delivery() {
        return delivery;
    }

    /** Corrections, reactions and retractions. */
    public Amendments amendments() {
        return amendments;
    }

    /** What is not kept for ever. */
    public Retention retention() {
        return retention;
    }

    /** Tells which account knows a peer to whom nothing was written yet. */
    public void knowAccounts(Function<String, Optional<String>> byPeer) {
        accountOf = byPeer;
    }

    private Optional<String> carrier(String peer) {
        Talk talk = talks.with(peer);
        String used = talk == null || talk.last() == null
                ? accountOf.apply(peer).orElse("")
                : talk.last().account();
        Optional<String> there = routes.carrier(used);
        // Just started: who carried the talk before is about to be there again
        boolean starting = !routes.wereThere() && !used.isEmpty();
        return there.isEmpty() && starting ? Optional.of(used) : there;
    }

    // ---- what the user does

    /** Writes a message. The future completes on core once it is stored: from then on it is not lost. */
    public CompletableFuture<Message> send(String peer, String written) {
        return send(peer, written, Details.NONE);
    }

    /** Answers a message (XEP-0461). */
    public CompletableFuture<Message> reply(Message answered, String written) {
        String id = answered.wireId(isRoom(answered.peer()));
        Details.Reply reply = new Details.Reply(id, answered.from(), NewWords.of(answered.text()));
        return send(answered.peer(), written, Details.NONE.withReply(reply));
    }

    /** Writes a message with what belongs to it. */
    public CompletableFuture<Message> send(String peer, String written, Details details) {
        Threads.requireCore();
        String text = PlainText.xml(written);
        load();
        CompletableFuture<Message> sent = turn.thenCompose(done -> sendNow(peer, text, details));
        // What waits for the history goes on in the order of writing
        turn = loaded.isDone() ? loaded : sent.handle((message, refused) -> null);
        return sent;
    }

    private CompletableFuture<Message> sendNow(String peer, String text, Details details) {
        Optional<String> account = carrier(peer);
        return account.isEmpty()
                ? unsendable(TEXTS.get("account.none"))
                : refusal(text)
                        .map(Chats::<Message>unsendable)
                        .orElseGet(() -> send(account.get(), peer, text, details));
    }

    private CompletableFuture<Message> send(String account, String peer, String text, Details details) {
        String own = routes.transport(account, peer, isRoom(peer))
                .map(ChatTransport::ownAddress)
                .orElse(account);
        Message message = new Message(
                UUID.randomUUID().toString(),
                account,
                peer,
                clock.instant(),
                Direction.OUT,
                own,
                text,
                State.QUEUED,
                null,
                details);
        return store.add(message).thenApply(added -> {
            Message stored = added.orElse(message);
            delivery.offer(stored);
            events.publish(new ChatEvent.MessageWritten(delivery.current(stored)));
            talks.change(stored, talks.unread(peer));
            return delivery.current(stored);
        });
    }

    /** Why this text can't be sent, as a sentence. */
    static Optional<String> refusal(String text) {
        if (text.isBlank()) {
            return Optional.of(TEXTS.get("message.empty"));
        }
        return text.length() > LONGEST_TEXT
                ? Optional.of(TEXTS.get("message.long", String.valueOf(LONGEST_TEXT)))
                : Optional.empty();
    }

    /** Tries a failed message again, under the same id. */
    public CompletableFuture<Void> retry(Message failed) {
        Threads.requireCore();
        Message message = failed.with(State.QUEUED, null);
        return store.setState(message).thenAccept(done -> {
            delivery.offer(message);
            events.publish(new ChatEvent.MessageStateChanged(message));
        });
    }

    /** The user looked at the talk. */
    public CompletableFuture<Void> read(String peer) {
        Threads.requireCore();
        if (!talks.read(peer)) {
            return CompletableFuture.completedFuture(null);
        }
        if (tellsRead && !isRoom(peer)) {
            routes.transports().forEach(each -> each.displayed(peer));
        }
        return store.markRead(peer);
    }

    /** Whether others hear that their messages were read; they do unless this says otherwise. */
    public void tellRead(boolean on) {
        Threads.requireCore();
        tellsRead = on;
    }

    /** Whether somebody may be looking; while nobody is, servers may hold back what is not urgent. */
    public void attentive(boolean now) {
        Threads.requireCore();
        routes.transports().forEach(each -> each.attentive(now));
    }

    public void typing(String peer, boolean typing) {
        Threads.requireCore();
        if (!isRoom(peer)) {
            carrier(peer)
                    .flatMap(account -> routes.transport(account, peer, false))
                    .ifPresent(transport -> transport.typing(peer, typing));
        }
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

    /** The message of this talk that is known by this id; empty if there is none. */
    public CompletableFuture<Optional<Message>> find(String peer, String id) {
        return store.find(peer, id);
    }

    /** The newest messages of all talks that contain this text, case ignored, newest first. */
    public CompletableFuture<List<Message>> search(String text, int limit) {
        return store.search(text, limit);
    }

    /**
     * Fetches what the server's archive holds of this talk from before all that is here; {@link ChatEvent.OlderCame} tells
     * what came. Completes with whether there may be more.
     */
    public CompletableFuture<Boolean> older(String peer) {
        Threads.requireCore();
        return store.oldestArchived(peer)
                .thenCompose(oldest -> carrier(peer)
                        .flatMap(account -> routes.transport(account, peer, isRoom(peer)))
                        .map(transport -> transport.older(peer, oldest.orElse(null)))
                        .orElse(CompletableFuture.completedFuture(false))
                        .thenCompose(
                                more -> more ? isMoreKept(peer, oldest) : CompletableFuture.completedFuture(false)));
    }

    /** Where the user removed what is older, a page that brought nothing was all of that. */
    private CompletableFuture<Boolean> isMoreKept(String peer, Optional<Message> before) {
        return store.forgotten(peer)
                .thenCombine(
                        store.oldestArchived(peer), (removed, now) -> removed.isEmpty() || !id(now).equals(id(before)));
    }

    private static String id(Optional<Message> message) {
        return message.map(Message::id).orElse("");
    }

    /** From when on this talk is kept here: the user removed what was before. Empty: all of it is. */
    public CompletableFuture<Optional<Instant>> keptSince(String peer) {
        return store.forgotten(peer);
    }

    /** Talks known so far, in no certain order. */
    public List<Talk> talks() {
        Threads.requireCore();
        return talks.all();
    }

    public boolean isRoom(String peer) {
        return talks.isRoom(peer);
    }

    /** Completes once talks and queued messages of earlier runs are known; see {@link #load}. */
    public CompletableFuture<Void> loaded() {
        return loaded;
    }

    /** Completes once all that adapters told so far is kept, or could not be. */
    public CompletableFuture<Void> settled() {
        Threads.requireCore();
        return newest.handle((done, failed) -> null);
    }

    // ---- what adapters tell

    /** The talk with this address is a room from now on. */
    public void markRoom(String peer) {
        Threads.requireCore();
        if (talks.markRoom(peer)) {
            store.markRoom(peer);
        }
    }

    /**
     * A message came. It is stored, shown once however often it comes, and then acknowledged. The future completes once it
     * is stored, and fails if it could not be.
     */
    public CompletableFuture<Void> received(Message message) {
        Threads.requireCore();
        CompletableFuture<Optional<Message>> stored = store.add(message);
        newest = stored;
        return stored.whenComplete((added, full) -> {
                    if (full == null) {
                        routes.transport(message.account(), message.peer(), isRoom(message.peer()))
                                .ifPresent(transport -> transport.acknowledge(message));
                    }
                    // Not stored, so not acknowledged; but what came is shown all the same
                    if (full != null) {
                        show(message);
                    } else {
                        added.ifPresent(this::show);
                    }
                })
                .thenAccept(isNew -> {});
    }

    /**
     * Somebody, or another device of ours, said something about an earlier message. A correction of a message that is not
     * here is shown as one. The future completes once it is stored, and fails if it could not be.
     */
    public CompletableFuture<Void> changed(Change change) {
        Threads.requireCore();
        CompletableFuture<Boolean> heard = amendments.heard(change);
        newest = heard;
        return heard.thenCompose(done -> {
            if (done || change.kind() != Change.Kind.CORRECTION) {
                return CompletableFuture.completedFuture(null);
            }
            store.finish(change);
            Message message = Message.of(change);
            return change.direction() == Direction.IN ? received(message) : sentElsewhere(message);
        });
    }

    /** Older changes came from the archive. */
    public CompletableFuture<Void> olderChanged(Change change) {
        Threads.requireCore();
        return amendments.heard(change).thenAccept(done -> {});
    }

    /** Older messages came from the archive, for {@link #older}. Completes with how many are new, once they are stored. */
    public CompletableFuture<Integer> olderReceived(String peer, List<Message> messages) {
        Threads.requireCore();
        return store.addOlder(messages).thenApply(count -> {
            if (count > 0) {
                talks.beginWith(peer, messages.get(messages.size() - 1));
                events.publish(new ChatEvent.OlderCame(peer));
            }
            return count;
        });
    }

    /**
     * One of ours that another device of ours sent: it is shown as if it had been written here, and the talk was looked at
     * there. The future completes once it is stored.
     */
    public CompletableFuture<Void> sentElsewhere(Message message) {
        Threads.requireCore();
        delivery.confirmed(message);
        // At once, for its receipt may come right behind it
        Runnable forget = delivery.await(message);
        return store.add(message).thenAccept(added -> {
            if (added.isPresent()) {
                events.publish(new ChatEvent.MessageWritten(delivery.current(added.get())));
                talks.change(delivery.current(added.get()), 0);
                store.markRead(message.peer());
            } else {
                forget.run();
            }
        });
    }

    /**
     * A room said one of ours to all there, ourselves included. Completes once it is stored, with the name that the room has
     * for it.
     */
    public CompletableFuture<Void> reflected(Message message) {
        return sentElsewhere(message).thenRun(() -> delivery.reflected(message));
    }

    private void show(Message message) {
        events.publish(new ChatEvent.MessageReceived(message));
        talks.change(message, talks.unread(message.peer()) + 1);
    }

    /**
     * The file of a message has a place now: on the net, so that a message of ours can go out, or on this machine. Completes
     * with the message as it stands once that is stored.
     */
    public CompletableFuture<Message> fileChanged(Message message, Details.SharedFile file) {
        Threads.requireCore();
        Message now = delivery.current(message);
        Message changed = now.with(now.details().withFile(file));
        return store.setFile(changed).thenApply(done -> {
            delivery.reworded(changed);
            talks.replaceLast(changed);
            events.publish(new ChatEvent.MessageChanged(changed));
            if (changed.direction() == Direction.OUT && changed.state() == State.QUEUED) {
                delivery.offer(changed);
            }
            return changed;
        });
    }

    /** The file of a message can't be had any more, for the reason that this sentence tells. */
    public CompletableFuture<Message> fileGone(Message message, Details.SharedFile file, String why) {
        return fileChanged(message.with(message.state(), why), file.gone());
    }

    /** Messages with a file that their senders held ready, and that was not taken up. */
    public CompletableFuture<List<Message>> offered() {
        return store.offered();
    }

    /** The user looked at the talk on another device. */
    public void readElsewhere(String peer) {
        Threads.requireCore();
        if (talks.read(peer)) {
            store.markRead(peer);
        }
    }

    public void peerTyping(String peer, boolean typing) {
        Threads.requireCore();
        events.publish(new ChatEvent.TypingChanged(peer, typing));
    }

    static <T> CompletableFuture<T> unsendable(String sentence) {
        return CompletableFuture.failedFuture(new Unsendable(sentence));
    }
}
