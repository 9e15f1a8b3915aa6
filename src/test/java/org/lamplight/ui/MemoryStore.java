package org.lamplight.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.lamplight.chat.Change;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;
import org.lamplight.chat.MessageStore;
import org.lamplight.chat.Talk;
import org.lamplight.chat.TalkExtent;
import org.lamplight.chat.TalkPage;
import org.lamplight.chat.TalkPlace;
import org.lamplight.chat.Utterance;

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
    public CompletableFuture<Optional<Message>> add(Message message) {
        return done(
                () -> messages.putIfAbsent(key(message), message) == null ? Optional.of(message) : Optional.empty());
    }

    @Override
    public CompletableFuture<Integer> addOlder(List<Message> older) {
        return done(() -> (int) older.stream()
                .filter(message -> messages.putIfAbsent(key(message), message) == null)
                .count());
    }

    @Override
    public CompletableFuture<Changed> change(Change change) {
        return done(() -> {
            Optional<Message> target = known(change.peer(), change.target());
            Optional<Message> now = target.map(message -> changed(message, change));
            now.ifPresent(message -> messages.put(key(message), message));
            return new Changed(true, now);
        });
    }

    private static Message changed(Message message, Change change) {
        Details was = message.details();
        List<Details.Reaction> reactions = new ArrayList<>(was.reactions());
        if (change.kind() == Change.Kind.REACTIONS) {
            boolean own = change.direction() == Message.Direction.OUT;
            reactions.removeIf(each -> each.from().equals(change.from()) || (own && each.own()));
            if (!change.reactions().isEmpty()) {
                reactions.add(new Details.Reaction(change.from(), change.reactions(), own));
            }
        }
        boolean gone = change.kind() == Change.Kind.RETRACTION;
        boolean reworded = change.kind() == Change.Kind.CORRECTION;
        Details details = new Details(
                was.stanzaId(),
                was.archiveId(),
                was.occupant(),
                reworded ? change.id() : was.correction(),
                was.reply(),
                gone || was.retracted(),
                reactions,
                gone ? null : was.file());
        String text = gone ? "" : reworded ? change.text() : message.text();
        return new Message(
                message.id(),
                message.account(),
                message.peer(),
                message.at(),
                message.direction(),
                message.from(),
                text,
                message.state(),
                message.reason(),
                details);
    }

    @Override
    public CompletableFuture<Void> finish(Change change) {
        return done(() -> null);
    }

    @Override
    public CompletableFuture<Optional<Message>> find(String peer, String id) {
        return done(() -> known(peer, id));
    }

    private Optional<Message> known(String peer, String id) {
        return messages.values().stream()
                .filter(message -> message.peer().equals(peer))
                .filter(message -> message.id().equals(id)
                        || id.equals(message.details().stanzaId())
                        || id.equals(message.details().archiveId()))
                .findFirst();
    }

    @Override
    public CompletableFuture<Optional<Message>> oldestArchived(String peer) {
        return done(Optional::empty);
    }

    @Override
    public CompletableFuture<Void> markRoom(String peer) {
        return done(() -> null);
    }

    @Override
    public CompletableFuture<Void> setState(Message message) {
        return done(() -> {
            messages.put(key(message), message);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> setFile(Message message) {
        return setState(message);
    }

    @Override
    public CompletableFuture<List<Message>> seen(String account, String peer, String id) {
        return done(List::of);
    }

    @Override
    public CompletableFuture<List<Message>> offered() {
        return done(() -> messages.values().stream()
                .filter(message -> message.details().file() != null
                        && message.details().file().isOffered())
                .toList());
    }

    @Override
    public CompletableFuture<List<Utterance>> unfinished() {
        return done(() -> messages.values().stream()
                .filter(message -> message.direction() == Message.Direction.OUT)
                .filter(message -> message.state().compareTo(Message.State.SENT) <= 0)
                .map(Utterance.class::cast)
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

    private List<Message> talk(String peer) {
        return messages.values().stream()
                .filter(message -> message.peer().equals(peer))
                .sorted(Comparator.comparing(Message::at))
                .toList();
    }

    private static int indexOf(List<Message> talk, Message message) {
        return talk.stream().map(MemoryStore::key).toList().indexOf(key(message));
    }

    @Override
    public CompletableFuture<TalkPage> page(String peer, TalkPlace place, int limit) {
        return done(() -> {
            List<Message> talk = talk(peer);
            int from = 0;
            int to = talk.size();
            if (place instanceof TalkPlace.Before before) {
                to = indexOf(talk, before.message());
            } else if (place instanceof TalkPlace.After after) {
                from = indexOf(talk, after.message()) + 1;
            } else if (place instanceof TalkPlace.From start) {
                from = (int) talk.stream()
                        .filter(message -> message.at().isBefore(start.at()))
                        .count();
            } else if (place instanceof TalkPlace.Nth nth) {
                from = (int) Math.min(talk.size(), nth.before());
            }
            boolean atEnd = to - from <= limit;
            int first = place.isBackwards() ? Math.max(from, to - limit) : from;
            return new TalkPage(List.copyOf(talk.subList(first, Math.min(to, first + limit))), atEnd);
        });
    }

    @Override
    public CompletableFuture<TalkExtent> extent(String peer, Message first, Message last) {
        return done(() -> {
            List<Message> talk = talk(peer);
            return new TalkExtent(indexOf(talk, first), talk.size() - 1L - indexOf(talk, last));
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
    public CompletableFuture<List<Message>> unread(String peer, int most) {
        return done(List::of);
    }

    @Override
    public CompletableFuture<List<Talk>> talks() {
        return done(() -> new ArrayList<>());
    }

    @Override
    public CompletableFuture<Integer> remove(String peer, Instant before, int most) {
        return done(() -> {
            List<String> old = messages.entrySet().stream()
                    .filter(entry -> entry.getValue().peer().equals(peer)
                            && entry.getValue().at().isBefore(before))
                    .filter(entry -> entry.getValue().state() != Message.State.QUEUED)
                    .map(Map.Entry::getKey)
                    .limit(most)
                    .toList();
            old.forEach(messages::remove);
            return old.size();
        });
    }

    @Override
    public CompletableFuture<Void> forget(String peer, Instant before) {
        return done(() -> null);
    }

    @Override
    public CompletableFuture<Optional<Instant>> forgotten(String peer) {
        return done(Optional::empty);
    }

    @Override
    public CompletableFuture<Void> markRead(String peer) {
        return done(() -> null);
    }
}
