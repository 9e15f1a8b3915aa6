package org.lamplight.people;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.CoreThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the bytes of pictures: each once, a few at a time, and none whose bytes are not what its id says. On core; what
 * it begins never waits there.
 */
final class PictureFetch {
    private static final Logger LOG = LoggerFactory.getLogger(PictureFetch.class);
    private static final int AT_ONCE = 3;
    private static final int MOST_WAITING = 500;
    private static final int MOST_REFUSED = 10_000;

    private final CoreThread core;
    private final PictureStore store;
    private final Map<PictureId, CompletableFuture<Optional<byte[]>>> loading = new HashMap<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Set<Asking> refused = new HashSet<>();
    private int asked;

    /** Who claims another's picture and does not give it harms nobody else. */
    private record Asking(String address, PictureId id) {}

    PictureFetch(CoreThread core, PictureStore store) {
        this.core = core;
        this.store = store;
    }

    /** Whoever was asked in vain is asked again. */
    void forgive() {
        refused.clear();
    }

    /** @param fetch asks the server; null: nobody may be asked */
    CompletableFuture<Optional<byte[]>> load(
            String address, PictureId id, @Nullable Supplier<CompletableFuture<Optional<byte[]>>> fetch) {
        Asking asking = new Asking(address, id);
        CompletableFuture<Optional<byte[]>> underWay = loading.get(id);
        if (underWay != null) {
            boolean vain = fetch == null || refused.contains(asking);
            return vain ? underWay : underWay.thenCompose(got -> orElse(got, () -> load(address, id, fetch)));
        }
        CompletableFuture<Optional<byte[]>> answer = new CompletableFuture<>();
        loading.put(id, answer);
        store.read(id)
                .exceptionally(failure -> Optional.empty())
                .thenAccept(kept -> core.execute(() -> {
                    if (kept.isPresent() || fetch == null || refused.contains(asking)) {
                        answered(id, kept);
                    } else {
                        queue(asking, fetch);
                    }
                }));
        return answer;
    }

    private static CompletableFuture<Optional<byte[]>> orElse(
            Optional<byte[]> got, Supplier<CompletableFuture<Optional<byte[]>>> otherwise) {
        return got.isPresent() ? CompletableFuture.completedFuture(got) : otherwise.get();
    }

    private void queue(Asking asking, Supplier<CompletableFuture<Optional<byte[]>>> fetch) {
        if (waiting.size() >= MOST_WAITING) {
            answered(asking.id(), Optional.empty());
            return;
        }
        waiting.add(() -> CompletableFuture.completedFuture(asking)
                .thenCompose(any -> fetch.get())
                .whenComplete((bytes, failure) -> core.execute(() -> {
                    asked--;
                    came(asking, failure == null ? bytes : Optional.empty());
                    next();
                })));
        next();
    }

    private void next() {
        while (asked < AT_ONCE && !waiting.isEmpty()) {
            asked++;
            waiting.remove().run();
        }
    }

    private void came(Asking asking, Optional<byte[]> bytes) {
        PictureId id = asking.id();
        Optional<byte[]> sound = bytes.filter(all ->
                all.length <= Pictures.MOST_BYTES && PictureId.ofBytes(all).equals(id));
        if (sound.isEmpty()) {
            LOG.debug("no picture {}: {}", id, bytes.isEmpty() ? "not there" : "other bytes than announced");
            if (refused.size() < MOST_REFUSED) {
                refused.add(asking);
            }
        }
        sound.ifPresent(all -> store.write(id, all));
        answered(id, sound);
    }

    private void answered(PictureId id, Optional<byte[]> bytes) {
        CompletableFuture<Optional<byte[]>> answer = loading.remove(id);
        if (answer != null) {
            answer.complete(bytes);
        }
    }
}
