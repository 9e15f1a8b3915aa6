package org.lamplight.people;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;

/**
 * Which picture is whose. Adapters tell what people announce; nothing is fetched until somebody wants to see it. All
 * methods belong on the core thread.
 */
public final class Pictures {
    /** No picture of anybody is larger. */
    public static final int MOST_BYTES = 512 * 1024;

    private static final Texts TEXTS = Texts.of(Pictures.class);
    private static final int MOST_ADDRESSES = 50_000;
    private static final Duration CALM = Duration.ofSeconds(5);

    private final CoreThread core;
    private final Events events;
    private final People people;
    private final PictureStore store;
    private final PictureFetch fetch;
    private final Map<String, PictureSource> sources = new LinkedHashMap<>();
    private final Map<String, Announced> announced = new LinkedHashMap<>();
    private CoreThread.@Nullable Timer keeping;

    /** What one address has said; {@code before} holds until it says anything in this run. */
    private record Announced(
            String account,
            @Nullable PictureId published,
            @Nullable PictureId card,
            @Nullable PictureId before) {

        @Nullable
        PictureId id() {
            return published != null ? published : card != null ? card : before;
        }

        Announced with(String by, PictureSource.Way way, @Nullable PictureId id) {
            if (way == PictureSource.Way.CARD) {
                return new Announced(by, published, id, null);
            }
            // Where a server makes the one of the other, presence tells of the end only when it next changes
            boolean takenBack = id == null && Objects.equals(card, published);
            return new Announced(by, id, takenBack ? null : card, null);
        }
    }

    public Pictures(CoreThread core, Events events, People people, PictureStore store) {
        this.core = core;
        this.events = events;
        this.people = people;
        this.store = store;
        this.fetch = new PictureFetch(core, store);
        store.known().thenAccept(known -> core.execute(() -> restored(known)));
    }

    private void restored(Map<String, PictureId> known) {
        known.forEach((address, id) -> announced.putIfAbsent(address, new Announced("", null, null, id)));
        if (!known.isEmpty()) {
            events.publish(new PictureEvent.PicturesReachable());
        }
    }

    // ---- what adapters tell

    /** An account can fetch and publish pictures. */
    public void addSource(String account, PictureSource source) {
        Threads.requireCore();
        sources.put(account, source);
    }

    /** It can't any more; a source that was added after it stays. */
    public void removeSource(String account, PictureSource source) {
        Threads.requireCore();
        sources.remove(account, source);
    }

    /** The account has a session: what failed for want of one may succeed. */
    public void opened() {
        Threads.requireCore();
        fetch.forgive();
        events.publish(new PictureEvent.PicturesReachable());
    }

    /**
     * Somebody says which picture is theirs.
     *
     * @param address bare, or that of a room's occupant
     * @param id null: none, or none that could be shown
     */
    public void announce(String account, String address, PictureSource.Way way, @Nullable PictureId id) {
        Threads.requireCore();
        Announced before = announced.getOrDefault(address, new Announced(account, null, null, null));
        Announced now = before.with(account, way, id);
        boolean room = announced.containsKey(address) || announced.size() < MOST_ADDRESSES;
        if (now.equals(before) || !room) {
            return;
        }
        if (now.id() == null && now.published() == null && now.card() == null) {
            announced.remove(address);
        } else {
            announced.put(address, now);
        }
        if (!Objects.equals(before.id(), now.id())) {
            events.publish(new PictureEvent.PictureChanged(address, Optional.ofNullable(now.id())));
            keepLater();
        }
    }

    /** A room's occupant has left. */
    public void left(String occupant) {
        Threads.requireCore();
        announced.remove(occupant);
    }

    // ---- what others ask

    /** The picture that this address has said to have. */
    public Optional<PictureId> of(String address) {
        Threads.requireCore();
        return Optional.ofNullable(announced.get(address)).map(Announced::id);
    }

    /**
     * The bytes of the address's picture, from the store or from the account's server; empty if it has none, or none that
     * can be had now. Completes on core.
     */
    public CompletableFuture<Optional<byte[]>> load(String address) {
        Threads.requireCore();
        Announced said = announced.get(address);
        PictureId id = said == null ? null : said.id();
        if (said == null || id == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        PictureSource source = mayAsk(address) ? source(said.account()) : null;
        boolean published = id.equals(said.published()) || said.before() != null;
        PictureSource.Way way = published ? PictureSource.Way.PUBLISHED : PictureSource.Way.CARD;
        return fetch.load(address, id, source == null ? null : () -> source.fetch(address, id, way));
    }

    /** Strangers would learn from the request that somebody reads what they write. */
    private boolean mayAsk(String address) {
        boolean occupant = address.indexOf('/') > 0;
        return occupant || sources.containsKey(address) || people.find(address).isPresent();
    }

    private @Nullable PictureSource source(String account) {
        PictureSource own = sources.get(account);
        return own != null || sources.isEmpty()
                ? own
                : sources.values().iterator().next();
    }

    /** The addresses of our own, each with its picture. */
    public Map<String, Optional<PictureId>> own() {
        Threads.requireCore();
        Map<String, Optional<PictureId>> own = new LinkedHashMap<>();
        sources.keySet().forEach(account -> own.put(account, of(account)));
        return own;
    }

    /** Makes this our own picture on all accounts, or takes it back. Fails with a {@link Roster.Refused}. */
    public CompletableFuture<Void> publish(Optional<OwnPicture> picture) {
        Threads.requireCore();
        if (sources.isEmpty()) {
            return CompletableFuture.failedFuture(new Roster.Refused(TEXTS.get("picture.nobody")));
        }
        picture.ifPresent(own -> store.write(own.id(), own.png()));
        List<CompletableFuture<Void>> all =
                sources.values().stream().map(source -> source.publish(picture)).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    // ---- keeping

    private void keepLater() {
        if (keeping == null) {
            keeping = core.later(CALM, () -> {
                keeping = null;
                Map<String, PictureId> known = new LinkedHashMap<>();
                announced.forEach((address, said) -> {
                    PictureId id = said.id();
                    if (id != null && address.indexOf('/') < 0) {
                        known.put(address, id);
                    }
                });
                store.keepKnown(known);
            });
        }
    }
}
