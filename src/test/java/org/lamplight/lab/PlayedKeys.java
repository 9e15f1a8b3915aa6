package org.lamplight.lab;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.lamplight.call.GlobalKeys;
import org.lamplight.call.Shortcut;

/** Keys of a desktop that lives in this JVM. */
public final class PlayedKeys implements GlobalKeys {
    /** What other programs have. */
    public final Set<Shortcut> taken = ConcurrentHashMap.newKeySet();

    public volatile Reach reach = Reach.EVERYWHERE;

    @Override
    public Reach reach() {
        return reach;
    }

    @Override
    public void hear(Set<Shortcut> keys, Consumer<Shortcut> pressed) {}

    @Override
    public CompletableFuture<Boolean> isFree(Shortcut key) {
        return CompletableFuture.completedFuture(!taken.contains(key));
    }

    @Override
    public void close() {}
}
