package org.lamplight.call;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps calls that are over. From any thread; returns at once, and completes on core. */
public interface CallStore {
    CompletableFuture<Void> add(Call ended);

    /** The newest first. */
    CompletableFuture<List<Call>> newest(int limit, boolean missedOnly);
}
