package org.lamplight.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.lamplight.chat.Message;
import org.lamplight.chat.MessageStore;
import org.lamplight.chat.Talk;

/** A store that forgets at the end. */
public final class MemoryStore implements MessageStore {
    private final Executor core;
    private final Map<String, Message> messages = new LinkedHashMap<>();

    public MemoryStore(Executor core) {
        this.core = core;
    }

    private static String key(Message message) {
        return message.peer() + message.direction() + message.id();
    }

    private synchronized <T> CompletableFuture<T> done(Supplier<T> work) {
        T result = work.get();
        return CompletableFuture.supplyAsync(() -> result, core);
    }

    @Override
    public CompletableFuture<Boolean> add(Message message) {
        return done(() -> messages.putIfAbsent(key(message), message) == null);
    }

    @Override
    public CompletableFuture<Void> setState(Message message) {
        return done(() -> {
            messages.put(key(message), message);
            return null;
        });
    }

    @Override
    public CompletableFuture<List<Message>> seen(String account, String peer, String id) {
        return done(List::of);
    }

    @Override
    public CompletableFuture<List<Message>> unfinished() {
        return done(() -> messages.values().stream()
                .filter(message -> message.direction() == Message.Direction.OUT)
                .filter(message -> message.state().compareTo(Message.State.SENT) <= 0)
                .toList());
    }

    @Override
    public CompletableFuture<List<Message>> history(String peer, int limit, Instant before, String search) {
        return done(() -> {
            List<Message> found = messages.values().stream()
                    .filter(message -> message.peer().equals(peer))
                    .filter(message -> before == null || message.at().isBefore(before))
                    .filter(message -> search == null
                            || message.text().toLowerCase(Locale.ROOT).contains(search))
                    .sorted(Comparator.comparing(Message::at))
                    .toList();
            return List.copyOf(found.subList(Math.max(0, found.size() - limit), found.size()));
        });
    }

    @Override
    public CompletableFuture<List<Message>> search(String text, int limit) {
        return done(() -> messages.values().stream()
                .filter(message -> message.text().toLowerCase(Locale.ROOT).contains(text))
                .limit(limit)
                .toList());
    }

    @Override
    public CompletableFuture<List<Talk>> talks() {
        return done(() -> new ArrayList<>());
    }

    @Override
    public CompletableFuture<Void> markRead(String peer) {
        return done(() -> null);
    }
}
