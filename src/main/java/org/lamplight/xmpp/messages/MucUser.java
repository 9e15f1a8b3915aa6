package org.lamplight.xmpp.messages;

import java.util.Optional;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;

/** The element that says more of a room's occupant, and marks what is said to one alone (XEP-0045, section 7.5). Pure. */
public final class MucUser {
    public static final String NAMESPACE = "http://jabber.org/protocol/muc#user";

    private MucUser() {}

    public static Optional<StandardExtensionElement> of(Stanza stanza) {
        return stanza.getExtensionElement("x", NAMESPACE) instanceof StandardExtensionElement x
                ? Optional.of(x)
                : Optional.empty();
    }
}
