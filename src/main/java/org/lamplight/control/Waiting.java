package org.lamplight.control;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.lamplight.backend.Accounts;
import org.lamplight.call.CallRefused;
import org.lamplight.chat.Chats;
import org.lamplight.chat.MessageStore;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.export.TalkExport;
import org.lamplight.chat.files.FileRefused;
import org.lamplight.core.CompletionCause;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Texts;
import org.lamplight.gateway.Refused;
import org.lamplight.people.Roster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks core and waits, on a connection's thread; a use case that says no becomes a {@link Refusal}. */
final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    private static final Texts TEXTS = Texts.of(Waiting.class);
    private static final int SECONDS = 120;

    private final CoreThread core;

    Waiting(CoreThread core) {
        this.core = core;
    }

    /** What core answers. */
    <T> T ask(Supplier<T> question) throws Refusal, InterruptedException {
        return await(core.ask(question));
    }

    /** Has core do something and waits until it is done. */
    void tell(Runnable deed) throws Refusal, InterruptedException {
        await(core.ask(() -> {
            deed.run();
            return true;
        }));
    }

    /** What comes of something that core begins. */
    <T> T forResult(Supplier<CompletableFuture<T>> begin) throws Refusal, InterruptedException {
        return await(core.ask(begin).thenCompose(future -> future));
    }

    static <T> T await(CompletableFuture<T> future) throws Refusal, InterruptedException {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw refusal(e);
        } catch (TimeoutException e) {
            throw new Refusal(Refusal.NO_ANSWER, TEXTS.get("answer.late"));
        }
    }

    private static Refusal refusal(ExecutionException thrown) {
        Throwable wrapped = thrown.getCause();
        Throwable cause = CompletionCause.of(wrapped == null ? thrown : wrapped);
        if (cause instanceof Roster.Refused
                || cause instanceof Refused
                || cause instanceof CallRefused
                || cause instanceof Rooms.Refused
                || cause instanceof Chats.Unsendable
                || cause instanceof FileRefused
                || cause instanceof MessageStore.StoreFailed
                || cause instanceof TalkExport.Unwritable
                || cause instanceof Accounts.Refused) {
            return new Refusal(String.valueOf(cause.getMessage()));
        }
        LOG.error("A command failed", cause);
        return new Refusal(TEXTS.get("command.failed"));
    }

    static Instant time(String text) throws Refusal {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal(Refusal.USAGE, TEXTS.get("time.wrong", text));
        }
    }
}
