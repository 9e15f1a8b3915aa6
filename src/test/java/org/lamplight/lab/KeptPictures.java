package org.lamplight.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.lamplight.people.PictureId;
import org.lamplight.people.PictureStore;

/** Pictures that are kept as long as this JVM runs. */
public final class KeptPictures implements PictureStore {
    public final Map<PictureId, byte[]> kept = new ConcurrentHashMap<>();
    public final Map<String, PictureId> known = new ConcurrentHashMap<>();

    @Override
    public CompletableFuture<Optional<byte[]>> read(PictureId id) {
        return CompletableFuture.completedFuture(Optional.ofNullable(kept.get(id)));
    }

    @Override
    public void write(PictureId id, byte[] bytes) {
        kept.put(id, bytes);
    }

    @Override
    public CompletableFuture<Map<String, PictureId>> known() {
        return CompletableFuture.completedFuture(new LinkedHashMap<>(known));
    }

    @Override
    public void keepKnown(Map<String, PictureId> now) {
        known.clear();
        known.putAll(now);
    }
}
