package org.lamplight.xmpp.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lamplight.chat.Rooms;

/** Those who wait until we are in a room. On the session's thread. */
final class Entries {
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

    CompletableFuture<Void> add() {
        CompletableFuture<Void> entry = new CompletableFuture<>();
        waiting.add(entry);
        return entry;
    }

    /** We are in. */
    void finish() {
        taken().forEach(entry -> entry.complete(null));
    }

    void refuse(Rooms.Refused why) {
        taken().forEach(entry -> entry.completeExceptionally(why));
    }

    /** Who hears of it may ask anew at once. */
    private List<CompletableFuture<Void>> taken() {
        List<CompletableFuture<Void>> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
