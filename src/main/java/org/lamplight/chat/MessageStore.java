package org.lamplight.chat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages over restarts and crashes. Calls return at once and are carried out in order; each future completes on
 * the core thread, and fails with a {@link StoreFailed} where the disk said no.
 */
public interface MessageStore {

    /** The disk is full, gone or not writable; the message is a sentence for the user. */
    final class StoreFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        public StoreFailed(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Completes with false, and stores nothing, if that message (peer, direction and id) is there already. */
    CompletableFuture<Boolean> add(Message message);

    CompletableFuture<Void> setState(Message message);

    /**
     * The peer read our messages up to this one: all that were sent or delivered are read now. Completes with those that
     * changed, oldest first; with none if there is no such message.
     */
    CompletableFuture<List<Message>> seen(String account, String peer, String id);

    /** What was written but not yet taken by a server, or not long ago and not yet acknowledged by its peer; oldest first. */
    CompletableFuture<List<Message>> unfinished();

    /**
     * The newest messages of a talk, oldest first.
     *
     * @param before only what was stored before this instant; null for all
     * @param search only what contains this text, case ignored; null for all
     */
    CompletableFuture<List<Message>> history(String peer, int limit, @Nullable Instant before, @Nullable String search);

    /** The messages next to a place of a talk, at most so many; fewer where their texts are very long. */
    CompletableFuture<TalkPage> page(String peer, TalkPlace place, int limit);

    /** How many messages the talk has before the first and after the second of these. */
    CompletableFuture<TalkExtent> extent(String peer, Message first, Message last);

    /** The newest messages of all talks that contain this text, case ignored, newest first. */
    CompletableFuture<List<Message>> search(String text, int limit);

    /** All talks, the one with the newest message first. */
    CompletableFuture<List<Talk>> talks();

    /** All of this talk was looked at. */
    CompletableFuture<Void> markRead(String peer);
}
