package org.lamplight.xmpp.rooms;

import java.util.Optional;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.lamplight.chat.RoomInvitation;
import org.lamplight.core.PlainText;
import org.lamplight.xmpp.messages.MucUser;

/** Reads who asks us into which room, straight (XEP-0249) or through the room (XEP-0045, section 7.8.2). Pure. */
final class Invitations {
    private Invitations() {}

    static Optional<RoomInvitation> read(Message stanza, String account) {
        if (stanza.getType() != Message.Type.normal && stanza.getType() != Message.Type.chat) {
            return Optional.empty();
        }
        // A room that tells it in both ways means one invitation; its own word on who asks counts
        return mediated(stanza, account).or(() -> direct(stanza, account));
    }

    private static Optional<RoomInvitation> mediated(Message stanza, String account) {
        EntityBareJid room = bare(stanza.getFrom());
        StandardExtensionElement x = MucUser.of(stanza).orElse(null);
        StandardExtensionElement invite = x == null ? null : x.getFirstElement("invite");
        if (room == null || stanza.getFrom().hasResource() || x == null || invite == null) {
            return Optional.empty();
        }
        EntityBareJid from = bare(JidCreate.fromOrNull(String.valueOf(invite.getAttributeValue("from"))));
        return Optional.of(new RoomInvitation(
                account,
                room.toString(),
                from == null || from.equals(room) ? null : from.toString(),
                true,
                text(invite.getFirstElement("reason")),
                text(x.getFirstElement("password"))));
    }

    /**
     * Somebody won't come.
     *
     * @param from their bare address
     */
    record Declined(
            EntityBareJid room, String from, @Nullable String words) {}

    /** Only the room itself tells that (XEP-0045, section 7.8.2): what somebody in it says is not believed. */
    static Optional<Declined> declined(Message stanza) {
        EntityBareJid room = bare(stanza.getFrom());
        boolean fromRoom = room != null && !stanza.getFrom().hasResource();
        boolean told = stanza.getType() == Message.Type.normal || stanza.getType() == Message.Type.chat;
        StandardExtensionElement decline = MucUser.of(stanza)
                .map(x -> x.getFirstElement("decline"))
                .filter(any -> fromRoom && told)
                .orElse(null);
        if (room == null || decline == null) {
            return Optional.empty();
        }
        EntityBareJid from = bare(JidCreate.fromOrNull(String.valueOf(decline.getAttributeValue("from"))));
        return from == null
                ? Optional.empty()
                : Optional.of(new Declined(room, from.toString(), text(decline.getFirstElement("reason"))));
    }

    private static Optional<RoomInvitation> direct(Message stanza, String account) {
        if (!(stanza.getExtensionElement("x", RoomStanzas.DIRECT) instanceof StandardExtensionElement x)) {
            return Optional.empty();
        }
        EntityBareJid room = JidCreate.entityBareFromOrNull(String.valueOf(x.getAttributeValue("jid")));
        EntityBareJid from = bare(stanza.getFrom());
        if (room == null || from == null) {
            return Optional.empty();
        }
        return Optional.of(new RoomInvitation(
                account,
                room.toString(),
                from.toString(),
                false,
                PlainText.line(x.getAttributeValue("reason"), PlainText.SHORT),
                PlainText.line(x.getAttributeValue("password"), PlainText.SHORT)));
    }

    private static @Nullable String text(@Nullable StandardExtensionElement element) {
        return element == null ? null : PlainText.line(element.getText(), PlainText.SHORT);
    }

    private static @Nullable EntityBareJid bare(@Nullable Jid jid) {
        return jid == null ? null : jid.asEntityBareJidIfPossible();
    }
}
