package org.lamplight.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lamplight.call.CallEvent;
import org.lamplight.call.LineState;
import org.lamplight.control.Refusal;
import org.lamplight.control.Windows;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The links that the program was started with: those to call somebody wait until there is a line. */
final class StartLinks {
    private static final Logger LOG = LoggerFactory.getLogger(StartLinks.class);
    private static final int MOST_SECONDS = 60;

    private final CoreThread core;
    private final CallLinks links;
    private final Windows windows;
    private final CompletableFuture<Void> line = new CompletableFuture<>();

    /** Must be made before any account is opened. */
    StartLinks(CoreThread core, Events events, CallLinks links, Windows windows) {
        this.core = core;
        this.links = links;
        this.windows = windows;
        events.listen(CallEvent.LineChanged.class, change -> {
            if (change.line().state() == LineState.REGISTERED) {
                line.complete(null);
            }
        });
    }

    /** Returns at once. */
    void open(List<String> uris) {
        if (!uris.isEmpty()) {
            Threads.daemon("links", () -> uris.forEach(this::open));
        }
    }

    private void open(String uri) {
        try {
            if (!calledAtOnce(uri)) {
                windows.open("uri", Optional.of(uri));
            }
        } catch (Refusal | ExecutionException | TimeoutException refused) {
            LOG.warn("A link could not be opened: {}", refused.getMessage());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean calledAtOnce(String uri) throws InterruptedException, ExecutionException, TimeoutException {
        if (CallLinks.isOne(uri)) {
            line.get(MOST_SECONDS, TimeUnit.SECONDS);
        }
        return core.ask(() -> links.call(uri)).get();
    }
}
