package org.lamplight.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /**
     * Stores a message that was just written or came. Completes with it as it is stored: one sender's messages keep the
     * order of coming, so it is never older than the last one of theirs; and what was said about it before it came holds.
     * Completes empty, and stores nothing, if that message (peer, direction and id) is there already.
     */
    CompletableFuture<Optional<Message>> add(Message message);

    /** Stores messages from before all that are here, at their own times; they count as read. Completes with how many are new. */
    CompletableFuture<Integer> addOlder(List<Message> messages);

    /**
     * What became of a change.
     *
     * @param isNew whether it was not known before
     * @param now its message as it is now; empty if that is not here, or not the writer's to change
     */
    record Changed(boolean isNew, Optional<Message> now) {}

    /**
     * Stores a change and carries it out if its writer may: only who wrote a message corrects it or takes it back. One whose
     * message is not here waits for it.
     */
    CompletableFuture<Changed> change(Change change);

    /** A change is over and done with: ours is out and needs no more sending, or nothing can be done with it. */
    CompletableFuture<Void> finish(Change change);

    /** The message of this talk that is known by this id, be it its own, its stanza's or its archive's. */
    CompletableFuture<Optional<Message>> find(String peer, String id);

    /** The oldest message of a talk that an archive has a name for. */
    CompletableFuture<Optional<Message>> oldestArchived(String peer);

    /** The talk is a room from now on. */
    CompletableFuture<Void> markRoom(String peer);

    CompletableFuture<Void> setState(Message message);

    /** The file of this message differs: it has a place on the net now, or on this machine, or none for a reason that is told. */
    CompletableFuture<Void> setFile(Message message);

    /**
     * The peer read our messages up to this one: all that were sent or delivered are read now. Completes with those that
     * changed, oldest first; with none if there is no such message.
     */
    CompletableFuture<List<Message>> seen(String account, String peer, String id);

    /**
     * What was written but not yet taken by a server, or not long ago and not yet acknowledged by its peer; oldest first,
     * changes behind the messages.
     */
    CompletableFuture<List<Utterance>> unfinished();

    /** Those that came with a file which their senders held ready, and which is not here. */
    CompletableFuture<List<Message>> offered();

    /**
     * The newest messages of a talk, oldest first; by time, and where that is the same as they came.
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

    /** What came in a talk and was not looked at, at most so many, newest first. */
    CompletableFuture<List<Message>> unread(String peer, int most);

    /** All talks, the one with the newest message first. */
    CompletableFuture<List<Talk>> talks();

    /**
     * Removes messages of a talk from before this instant for good, at most so many; what still has to be sent stays.
     * Completes with how many were removed.
     */
    CompletableFuture<Integer> remove(String peer, Instant before, int most);

    /** What an archive has of this talk from before this instant was removed here: {@link #addOlder} does not bring it back. */
    CompletableFuture<Void> forget(String peer, Instant before);

    /** Up to when a talk was removed; empty if it never was. */
    CompletableFuture<Optional<Instant>> forgotten(String peer);

    /** All of this talk was looked at. */
    CompletableFuture<Void> markRead(String peer);
}
