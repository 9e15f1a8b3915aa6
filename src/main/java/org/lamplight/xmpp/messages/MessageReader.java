package org.lamplight.xmpp.messages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Change;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.chat.Utterance;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;

/** Turns stanzas of chats and rooms, live, copied or archived, into what was said. Trusts nothing in them. */
public final class MessageReader {
    private static final Texts TEXTS = Texts.of(MessageReader.class);
    private static final int LONGEST_TEXT = 256 * 1024;

    /** The year in which Jabber began. */
    private static final Instant FIRST_MESSAGES = Instant.parse("1999-01-01T00:00:00Z");

    private MessageReader() {}

    /**
     * Who says it, as the adapter knows and not as the stanza claims.
     *
     * @param account the bare address of ours
     * @param peer the talk
     * @param from who says it: a bare address, in a room the occupant's
     */
    public record Envelope(String account, String peer, Direction direction, String from) {}

    /**
     * Empty if the stanza says nothing that is kept.
     *
     * @param archived what the archive calls it
     * @param named whether that is its id where its sender gave it none
     */
    public static Optional<Utterance> read(
            Message stanza,
            Envelope envelope,
            @Nullable DelayInformation delay,
            Optional<String> archived,
            boolean named) {
        Optional<Marking> marking = Marking.read(stanza);
        if (marking.isPresent()) {
            return Optional.of(change(stanza, envelope, delay, archived, marking.get()));
        }
        String body = stanza.getBody();
        return body == null || body.isBlank()
                ? Optional.empty()
                : Optional.of(message(stanza, body, envelope, delay, archived, named));
    }

    private static Change change(
            Message stanza,
            Envelope envelope,
            @Nullable DelayInformation delay,
            Optional<String> archived,
            Marking marking) {
        return new Change(
                Ids.origin(stanza)
                        .or(() -> Ids.stanza(stanza))
                        .or(() -> archived)
                        .orElseGet(MessageReader::anyId),
                envelope.account(),
                envelope.peer(),
                time(delay),
                envelope.direction(),
                envelope.from(),
                Ids.occupant(stanza).orElse(null),
                marking.kind(),
                marking.target(),
                text(marking.text()));
    }

    private static org.lamplight.chat.Message message(
            Message stanza,
            String body,
            Envelope envelope,
            @Nullable DelayInformation delay,
            Optional<String> archived,
            boolean named) {
        FileElements.Shared shared = FileElements.read(stanza, body);
        ReplyQuote parts = ReplyQuote.read(stanza, shared.text());
        String id = id(stanza, body, named ? archived : Optional.empty());
        Details details = Details.NONE
                .withIds(
                        Ids.stanza(stanza).filter(other -> !other.equals(id)).orElse(null),
                        archived.orElse(null),
                        Ids.occupant(stanza).orElse(null))
                .withReply(parts.reply())
                .withFile(shared.file());
        return new org.lamplight.chat.Message(
                id,
                envelope.account(),
                envelope.peer(),
                time(delay),
                envelope.direction(),
                envelope.from(),
                text(parts.text()),
                envelope.direction() == Direction.IN ? State.DELIVERED : State.SENT,
                null,
                details);
    }

    /** What is too long for anybody to read is cut, and says so. */
    private static String text(String said) {
        String text = PlainText.lines(said, LONGEST_TEXT);
        return said.length() <= LONGEST_TEXT
                ? text
                : text + "\n" + TEXTS.get("message.cut", said.length(), LONGEST_TEXT);
    }

    /** Nothing was said later than now, nor before there was anybody to say it to. */
    private static Instant time(@Nullable DelayInformation delay) {
        Instant now = Instant.now();
        Instant said = delay == null || delay.getStamp() == null
                ? now
                : delay.getStamp().toInstant();
        return said.isAfter(now) || said.isBefore(FIRST_MESSAGES) ? now : said;
    }

    /**
     * What makes two deliveries one message: the origin id, else what our archive calls it, else the stanza's id with the
     * text, for simple clients count.
     */
    private static String id(Message stanza, String body, Optional<String> archived) {
        return Ids.origin(stanza)
                .or(() -> archived)
                .or(() -> Ids.stanza(stanza).map(id -> id + "-" + Integer.toHexString(body.hashCode())))
                .orElseGet(MessageReader::anyId);
    }

    private static String anyId() {
        return UUID.randomUUID().toString();
    }
}
