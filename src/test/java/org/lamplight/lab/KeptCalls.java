package org.lamplight.lab;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lamplight.call.Call;
import org.lamplight.call.CallStore;

/** Calls in memory, for what is not about the file they lie in. */
public final class KeptCalls implements CallStore {
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    @Override
    @SuppressWarnings("NullAway") // a Void future completes with null
    public CompletableFuture<Void> add(Call ended) {
        calls.add(0, ended);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<List<Call>> newest(int limit, boolean missedOnly) {
        return CompletableFuture.completedFuture(calls.stream()
                .filter(call -> !missedOnly || call.isMissed())
                .limit(limit)
                .toList());
    }
}
