package org.lamplight.xmpp.rooms;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;
import org.lamplight.chat.Change;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.chat.Utterance;
import org.lamplight.xmpp.messages.Ids;
import org.lamplight.xmpp.messages.MessageReader;
import org.lamplight.xmpp.messages.MessageReader.Envelope;

/** Reads what is said in a room: by whom, and which message it is, however often and on whichever way it comes. */
final class RoomMessages {
    private final String account;
    private final EntityBareJid room;
    private final Supplier<String> nick;
    private volatile RoomDirectory.Described described = RoomDirectory.Described.UNKNOWN;
    private volatile @Nullable String self;

    RoomMessages(String account, EntityBareJid room, Supplier<String> nick) {
        this.account = account;
        this.room = room;
        this.nick = nick;
    }

    void describe(RoomDirectory.Described now) {
        described = now;
    }

    /** What the room calls ourselves (XEP-0421). */
    void self(@Nullable String occupantId) {
        self = occupantId;
    }

    /**
     * What an occupant said; empty if it is nothing to be kept.
     *
     * @param archived what the room's archive calls it, if it comes from there
     */
    Optional<Utterance> read(Message stanza, @Nullable DelayInformation delay, @Nullable String archived) {
        Jid from = stanza.getFrom();
        boolean said = stanza.getType() == Message.Type.groupchat
                && from != null
                && from.hasResource()
                && from.asBareJid().equals((CharSequence) room.toString());
        if (!said) {
            return Optional.empty();
        }
        String who = from.getResourceOrEmpty().toString();
        Direction direction = isOurs(stanza, who, archived != null) ? Direction.OUT : Direction.IN;
        Optional<String> id = Optional.ofNullable(archived).or(() -> archiveId(stanza));
        Envelope envelope = new Envelope(account, room.toString(), direction, room + "/" + who);
        return MessageReader.read(stanza, envelope, delay, id, true)
                .map(what -> what instanceof org.lamplight.chat.Message message
                        ? named(message, stanza, delay, id)
                        : believed((Change) what));
    }

    /** Where the room does not tell who is who, somebody made that up. */
    private Change believed(Change change) {
        return described.tellsOccupants() ? change : change.by(null);
    }

    /** Names may change hands while we are away, so what the room itself knows of people decides. */
    private boolean isOurs(Message stanza, String who, boolean archived) {
        String own = self;
        Optional<String> occupant = described.tellsOccupants() ? Ids.occupant(stanza) : Optional.empty();
        if (own != null && occupant.isPresent()) {
            return occupant.get().equals(own);
        }
        String address = archived ? RoomReader.address(stanza) : null;
        return address == null ? who.equals(nick.get()) : address.equals(account);
    }

    /**
     * Ours are known by the id under which we wrote them, here or on another device. What makes two deliveries of another's
     * words one message is what the room's archive calls it: ids that others choose could make one message pass for
     * another. Without an archive all that is known of it counts.
     */
    private org.lamplight.chat.Message named(
            org.lamplight.chat.Message message,
            Message stanza,
            @Nullable DelayInformation delay,
            Optional<String> archived) {
        String id = message.direction() == Direction.OUT
                ? Ids.origin(stanza).or(() -> Ids.stanza(stanza)).orElse(message.id())
                : archived.orElseGet(() -> fingerprint(message, stanza, delay));
        return new org.lamplight.chat.Message(
                id,
                message.account(),
                message.peer(),
                message.at(),
                message.direction(),
                message.from(),
                message.text(),
                State.DELIVERED,
                null,
                message.details()
                        .withIds(
                                Ids.stanza(stanza)
                                        .filter(other -> !other.equals(id))
                                        .orElse(null),
                                archived.orElse(null),
                                described.tellsOccupants() ? message.details().occupant() : null));
    }

    private static String fingerprint(
            org.lamplight.chat.Message message, Message stanza, @Nullable DelayInformation delay) {
        String id = Ids.stanza(stanza)
                .orElseGet(() -> delay == null
                        ? UUID.randomUUID().toString()
                        : String.valueOf(delay.getStamp().toInstant()));
        String all = message.from() + "\n" + id + "\n" + message.text();
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What the room's archive calls it (XEP-0359); of a room without one, others may have made it up. */
    Optional<String> archiveId(Message stanza) {
        return described.features().archived() ? Ids.archive(stanza, room.toString()) : Optional.empty();
    }
}
