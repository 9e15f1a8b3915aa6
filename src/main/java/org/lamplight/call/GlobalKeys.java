package org.lamplight.call;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Keys that are heard whichever program has the focus. From any thread; nothing waits. */
public interface GlobalKeys extends AutoCloseable {

    /** While which programs have the focus they are heard. */
    enum Reach {
        EVERYWHERE,
        /** Only such as use X: the desktop shows nobody what others get. */
        X_PROGRAMS,
        NOWHERE
    }

    Reach reach();

    /**
     * These and no others are heard from now on, as far as nobody else has them; other programs do not get them meanwhile.
     *
     * @param pressed told on some thread, once however long it is held down
     */
    void hear(Set<Shortcut> keys, Consumer<Shortcut> pressed);

    /** Whether it can be heard: false where another program or the desktop has it, or the keyboard has no such key. */
    CompletableFuture<Boolean> isFree(Shortcut key);

    @Override
    void close();
}
