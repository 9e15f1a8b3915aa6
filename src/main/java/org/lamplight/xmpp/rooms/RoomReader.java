package org.lamplight.xmpp.rooms;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.impl.JidCreate;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.chat.Occupant.Role;
import org.lamplight.core.PlainText;
import org.lamplight.xmpp.messages.Ids;
import org.lamplight.xmpp.messages.MucUser;
import org.lamplight.xmpp.presence.PresenceReader;
import org.lamplight.xmpp.stream.Elements;

/** Reads what rooms add to stanzas (XEP-0045). What nobody knows is read as the least. Pure. */
final class RoomReader {
    /** Status codes of XEP-0045, section 15.6.2. */
    static final int SELF = 110;

    static final int CONFIGURED = 104;
    static final int CREATED = 201;
    static final int RENAMED = 303;

    private final PresenceReader presence = new PresenceReader();

    static Set<Integer> codes(Stanza stanza) {
        return MucUser.of(stanza).map(x -> Elements.of(x, "status")).stream()
                .flatMap(List::stream)
                .map(status -> String.valueOf(status.getAttributeValue("code")))
                .filter(code -> code.matches("\\d{3}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    static Optional<StandardExtensionElement> item(Stanza stanza) {
        return MucUser.of(stanza).map(x -> x.getFirstElement("item"));
    }

    /** The real bare address that the room tells, if it does. */
    static @Nullable String address(Stanza stanza) {
        return item(stanza).flatMap(RoomReader::bare).orElse(null);
    }

    /** What the room calls somebody, whatever name they have (XEP-0421). */
    static Optional<String> occupantId(Stanza stanza) {
        return stanza.getExtensionElement("occupant-id", "urn:xmpp:occupant-id:0")
                        instanceof StandardExtensionElement id
                ? Ids.usable(id.getAttributeValue("id"))
                : Optional.empty();
    }

    /** Why somebody was sent out, in the words of who did it. */
    static Optional<String> why(Stanza stanza) {
        return item(stanza).flatMap(RoomReader::reason);
    }

    /** The words that this has with it. */
    static Optional<String> reason(StandardExtensionElement of) {
        return Optional.ofNullable(of.getFirstElement("reason"))
                .map(reason -> PlainText.line(reason.getText(), PlainText.SHORT));
    }

    /** The bare address in its attribute {@code jid}; empty if that is none of a room or person. */
    static Optional<String> bare(StandardExtensionElement of) {
        return Optional.ofNullable(of.getAttributeValue("jid"))
                .map(JidCreate::fromOrNull)
                .filter(jid -> jid.hasLocalpart())
                .map(jid -> jid.asBareJid().toString());
    }

    Occupant occupant(Presence stanza, String nick) {
        Optional<StandardExtensionElement> item = item(stanza);
        return new Occupant(
                nick,
                item.map(one -> role(one.getAttributeValue("role"))).orElse(Role.VISITOR),
                item.map(one -> one.getAttributeValue("affiliation"))
                        .flatMap(Affiliation::of)
                        .orElse(Affiliation.NONE),
                address(stanza),
                presence.read(stanza, Instant.now()).status());
    }

    private static Role role(@Nullable String word) {
        return switch (String.valueOf(word).toLowerCase(Locale.ROOT)) {
            case "moderator" -> Role.MODERATOR;
            case "participant" -> Role.PARTICIPANT;
            default -> Role.VISITOR;
        };
    }
}
