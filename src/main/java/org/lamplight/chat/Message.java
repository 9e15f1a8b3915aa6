package org.lamplight.chat;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message of a talk. Immutable.
 *
 * @param id the origin id (XEP-0359), the same on both sides; unique within a talk and direction
 * @param account the account that carries it
 * @param peer the bare address of the talk
 * @param from the bare address of who wrote it
 * @param reason why it failed, as a sentence; null unless it did
 */
public record Message(
        String id,
        String account,
        String peer,
        Instant at,
        Direction direction,
        String from,
        String text,
        State state,
        @Nullable String reason) {

    /** Seen from this client. */
    public enum Direction {
        IN,
        OUT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it got. States only advance, but for a failed message that is tried again. */
    public enum State {
        QUEUED,
        SENT,
        DELIVERED,
        READ,
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Message with(State next, @Nullable String why) {
        return new Message(id, account, peer, at, direction, from, text, next, why);
    }
}
