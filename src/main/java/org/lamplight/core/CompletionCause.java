package org.lamplight.core;

import java.util.concurrent.CompletionException;

/** What really failed, without what {@link java.util.concurrent.CompletableFuture} wraps around it. Any thread. */
public final class CompletionCause {
    private CompletionCause() {}

    /** The first that is no {@link CompletionException}, or the innermost of these if there is no other. */
    public static Throwable of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
