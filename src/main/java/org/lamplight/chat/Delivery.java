package org.lamplight.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message.State;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;

/**
 * How far our own messages got. What is not yet sent waits in order, and survives a restart. Adapters tell it when they can
 * carry, and what became of each message. Core only.
 */
public final class Delivery {
    private static final Duration RECEIPT_MAY_COME = Duration.ofDays(1);

    private final Events events;
    private final Clock clock;
    private final MessageStore store;
    private final Routes routes;
    private final Predicate<String> isRoom;
    private final Consumer<Message> changed;

    /** Messages of ours whose peer has not got them yet, so that a receipt finds them. Bounded by the receipts that come. */
    private final Map<String, Message> open = new LinkedHashMap<>();

    /** Changes of ours that no server has taken yet. */
    private final Map<String, Change> changes = new HashMap<>();

    /** Messages whose file has no place on the net yet, while nobody is there to find one. */
    private final Map<String, Message> placeless = new LinkedHashMap<>();

    private @Nullable Consumer<Message> uploader;
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();

    Delivery(
            Events events,
            Clock clock,
            MessageStore store,
            Routes routes,
            Predicate<String> isRoom,
            Consumer<Message> changed) {
        this.events = events;
        this.clock = clock;
        this.store = store;
        this.routes = routes;
        this.isRoom = isRoom;
        this.changed = changed;
    }

    /** Goes on with what earlier runs left; nothing is sent before that is known. */
    CompletableFuture<Void> goOnWhereItEnded() {
        return store.unfinished().thenAccept(all -> {
            all.forEach(this::goOn);
            loaded.complete(null);
        });
    }

    // ---- what adapters tell

    public void addTransport(String account, ChatTransport transport) {
        routes.attach(account, transport);
    }

    public void removeTransport(String account) {
        routes.account(account).detach();
    }

    /** The account can send from now on. {@code resumed}: the session goes on and nothing under way was lost. */
    public void opened(String account, boolean resumed) {
        loaded.thenAccept(done -> routes.account(account).open(resumed));
    }

    public void closed(String account) {
        routes.account(account).close();
    }

    /** A room of this account is known: its messages go by this transport, once it is opened. */
    public void addRoom(String account, String room, ChatTransport transport) {
        routes.room(account, room).attach(transport);
    }

    public void removeRoom(String account, String room) {
        routes.room(account, room).detach();
    }

    /** We are in the room and know what it holds. {@code resumed}: nothing under way was lost. */
    public void roomOpened(String account, String room, boolean resumed) {
        loaded.thenAccept(done -> routes.room(account, room).open(resumed));
    }

    public void roomClosed(String account, String room) {
        routes.room(account, room).close();
    }

    /** Our server has it. */
    public void sent(String account, String id) {
        Threads.requireCore();
        done(account, id);
        advance(id, State.SENT, null);
    }

    /** The peer has it (XEP-0184), or the room said it to all. What somebody else says of it does not count. */
    public void delivered(String account, String peer, String id) {
        Threads.requireCore();
        // It may be of a message of an earlier run
        loaded.thenRun(() -> deliveredTo(account, peer, id));
    }

    private void deliveredTo(String account, String peer, String id) {
        if (!isTo(peer, id)) {
            return;
        }
        done(account, id);
        advance(id, State.DELIVERED, null);
        open.remove(id);
    }

    /** The room said it to all; it has a name for it now. */
    void reflected(Message message) {
        open.computeIfPresent(
                message.id(),
                (id, known) -> known.peer().equals(message.peer())
                        ? known.with(known.details()
                                .withIds(
                                        known.details().stanzaId(),
                                        message.details().archiveId(),
                                        message.details().occupant()))
                        : known);
        delivered(message.account(), message.peer(), message.id());
    }

    /** The peer read everything up to this message of ours (XEP-0333). */
    public void seen(String account, String peer, String id) {
        Threads.requireCore();
        store.seen(account, peer, id)
                .thenAccept(read -> read.forEach(message -> {
                    done(account, message.id());
                    open.remove(message.id());
                    changed.accept(message);
                    events.publish(new ChatEvent.MessageStateChanged(message));
                }));
    }

    /** The room did not hear it, for it took us to be elsewhere: it goes once more when we are in, in its turn. */
    public void unheard(String account, String room, String id) {
        Threads.requireCore();
        Change change = changes.get(id);
        if (change != null) {
            routes.room(account, room).doubt(change);
        }
        Message message = open.get(id);
        if (message != null && isTo(room, id)) {
            Message again = message.with(State.QUEUED, null);
            routes.room(account, room).doubt(again);
            tell(again);
        }
    }

    /** It was refused on its way to the peer, or by them, with this sentence. */
    public void failed(String account, String peer, String id, String reason) {
        Threads.requireCore();
        if (changes.containsKey(id)) {
            done(account, id);
        }
        if (!isTo(peer, id)) {
            return;
        }
        done(account, id);
        advance(id, State.FAILED, reason);
        open.remove(id);
    }

    // ---- what the talks ask

    /** Sends it when that can be done. */
    void offer(Utterance what) {
        if (what instanceof Message message) {
            open.put(message.id(), message);
        } else if (what instanceof Change change) {
            changes.put(change.id(), change);
        }
        if (what instanceof Message message && isPlaceless(message)) {
            upload(message);
        } else {
            routes.of(what, isRoom.test(what.peer())).offer(what);
        }
    }

    private static boolean isPlaceless(Message message) {
        var file = message.details().file();
        return file != null && file.url() == null && file.path() != null;
    }

    private void upload(Message message) {
        Consumer<Message> there = uploader;
        if (there == null) {
            placeless.put(message.id(), message);
        } else {
            there.accept(message);
        }
    }

    /** Who gives files a place on the net: a message with a file goes out once that is known. */
    public void uploadBy(Consumer<Message> newUploader) {
        Threads.requireCore();
        uploader = newUploader;
        placeless.values().forEach(newUploader);
        placeless.clear();
    }

    /** Unknown while nothing carries this talk, and then taken for possible. */
    boolean canChange(Message message) {
        return routes.transport(message.account(), message.peer(), isRoom.test(message.peer()))
                .map(ChatTransport::canChange)
                .orElse(true);
    }

    /** As whom we speak in the talk of this message. */
    String ownAddress(Message message) {
        return routes.transport(message.account(), message.peer(), isRoom.test(message.peer()))
                .map(ChatTransport::ownAddress)
                .orElse(message.account());
    }

    /** As it stands now. */
    Message current(Message message) {
        return open.getOrDefault(message.id(), message);
    }

    /** One of ours that was sent elsewhere: receipts may come for it. Returns what takes that back. */
    Runnable await(Message message) {
        boolean awaits = message.at().isAfter(clock.instant().minus(RECEIPT_MAY_COME))
                && open.putIfAbsent(message.id(), message) == null;
        // What was loaded in the meantime stays
        return awaits ? () -> open.remove(message.id(), message) : () -> {};
    }

    /** The archive holds one of ours that was in doubt. */
    void confirmed(Message message) {
        if (routes.all(message.account()).anyMatch(box -> box.holds(message.id()))) {
            sent(message.account(), message.id());
        }
    }

    /** Its text or details differ; how far it got does not. */
    void reworded(Message message) {
        open.computeIfPresent(
                message.id(),
                (id, known) -> new Message(
                        id,
                        known.account(),
                        known.peer(),
                        known.at(),
                        known.direction(),
                        known.from(),
                        message.text(),
                        known.state(),
                        known.reason(),
                        message.details()));
    }

    // ---- keeping

    private void goOn(Utterance what) {
        if (what instanceof Message message && message.state() != State.QUEUED) {
            open.put(message.id(), message);
        } else {
            offer(what);
        }
    }

    private void done(String account, String id) {
        routes.all(account).forEach(box -> box.done(id));
        Optional.ofNullable(changes.remove(id)).ifPresent(store::finish);
    }

    private boolean isTo(String peer, String id) {
        Message message = open.get(id);
        return message != null && message.peer().equalsIgnoreCase(peer);
    }

    private void advance(String id, State next, @Nullable String reason) {
        Message message = open.get(id);
        if (message == null || message.state().compareTo(next) >= 0) {
            return;
        }
        tell(message.with(next, reason));
    }

    private void tell(Message now) {
        open.put(now.id(), now);
        store.setState(now);
        changed.accept(now);
        events.publish(new ChatEvent.MessageStateChanged(now));
    }
}
