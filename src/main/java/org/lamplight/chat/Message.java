package org.lamplight.chat;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;

/**
 * One message of a talk. Immutable.
 *
 * @param id the origin id (XEP-0359), the same on both sides; unique within a talk and direction
 * @param account the account that carries it
 * @param peer the bare address of the talk
 * @param from the bare address of who wrote it, in a room the occupant's with its nickname
 * @param reason why it failed, or why the file that was offered with it can't be had, as a sentence; null unless that is so
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
        @Nullable String reason,
        Details details)
        implements Utterance {

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

    /** A plain one, without any details. */
    public Message(
            String id,
            String account,
            String peer,
            Instant at,
            Direction direction,
            String from,
            String text,
            State state,
            @Nullable String reason) {
        this(id, account, peer, at, direction, from, text, state, reason, Details.NONE);
    }

    public Message with(State next, @Nullable String why) {
        return new Message(id, account, peer, at, direction, from, text, next, why, details);
    }

    public Message with(Details other) {
        return new Message(id, account, peer, at, direction, from, text, state, reason, other);
    }

    /** One that just came from a peer. */
    public static Message incoming(String account, String peer, String text) {
        String id = UUID.randomUUID().toString();
        return new Message(
                id, account, peer, Instant.now(), Direction.IN, peer, PlainText.lines(text), State.DELIVERED, null);
    }

    /** A correction of a message that is not here, as a message of its own. */
    static Message of(Change correction) {
        return new Message(
                correction.id(),
                correction.account(),
                correction.peer(),
                correction.at(),
                correction.direction(),
                correction.from(),
                correction.text(),
                correction.direction() == Direction.IN ? State.DELIVERED : State.SENT,
                null,
                Details.NONE.withIds(null, null, correction.occupant()));
    }

    /** The same under an id that its text makes its own; who speaks of it may use the old one still. */
    public Message calledApart() {
        String apart = id + "-" + Integer.toHexString(text.hashCode());
        String stanza = details.stanzaId() == null ? id : details.stanzaId();
        Details known = details.withIds(stanza, details.archiveId(), details.occupant());
        return new Message(apart, account, peer, at, direction, from, text, state, reason, known);
    }

    /** The same at another time. */
    public Message at(Instant other) {
        return new Message(id, account, peer, other, direction, from, text, state, reason, details);
    }

    /** The id by which others speak of it: in a room the room's own, else the one that its stanza had. */
    public String wireId(boolean room) {
        String archived = room ? details.archiveId() : null;
        String stanza = details.stanzaId();
        return archived != null ? archived : stanza != null ? stanza : id;
    }
}
