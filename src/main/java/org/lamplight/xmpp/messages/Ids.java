package org.lamplight.xmpp.messages;

import java.util.Optional;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;

/** The names by which a message is known (XEP-0359, XEP-0421). Others choose most of them, so none may be long. */
public final class Ids {
    static final String STANZA_IDS = "urn:xmpp:sid:0";
    private static final String OCCUPANTS = "urn:xmpp:occupant-id:0";
    private static final int LONGEST = 200;

    private Ids() {}

    public static Optional<String> usable(@Nullable String id) {
        return Optional.ofNullable(id).filter(each -> !each.isBlank() && each.length() <= LONGEST);
    }

    /** What its sender calls it, the same in all copies. */
    public static Optional<String> origin(Message stanza) {
        return Marking.element(stanza, "origin-id", STANZA_IDS)
                .flatMap(element -> usable(element.getAttributeValue("id")));
    }

    public static Optional<String> stanza(Message stanza) {
        return usable(stanza.getStanzaId());
    }

    /** What the archive at this address calls it; what others claim does not count. */
    public static Optional<String> archive(Message stanza, String by) {
        return stanza.getExtensions("stanza-id", STANZA_IDS).stream()
                .filter(StandardExtensionElement.class::isInstance)
                .map(StandardExtensionElement.class::cast)
                .filter(element -> by.equals(element.getAttributeValue("by")))
                .flatMap(element -> usable(element.getAttributeValue("id")).stream())
                .findFirst();
    }

    /** The room's lasting name for the writer. */
    public static Optional<String> occupant(Message stanza) {
        return Marking.element(stanza, "occupant-id", OCCUPANTS)
                .flatMap(element -> usable(element.getAttributeValue("id")));
    }
}
