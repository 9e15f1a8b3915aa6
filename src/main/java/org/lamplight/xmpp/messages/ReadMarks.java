package org.lamplight.xmpp.messages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;

/** How far somebody has read (XEP-0333): what others tell us of it, and what we may tell them. From any thread. */
public final class ReadMarks {
    private static final String NAMESPACE = "urn:xmpp:chat-markers:0";
    private static final int MOST_PEERS = 1_000;

    /** The last message of each peer that asks for it, by the id that its stanza had. */
    private final Map<String, String> asked = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_PEERS;
        }
    });

    /** Says that we want to hear of it. */
    static StandardExtensionElement markable() {
        return StandardExtensionElement.builder("markable", NAMESPACE).build();
    }

    public static StandardExtensionElement displayed(String id) {
        return StandardExtensionElement.builder("displayed", NAMESPACE)
                .addAttribute("id", id)
                .build();
    }

    /** The id of the last message that was read, if the stanza tells that. */
    public static Optional<String> read(Message stanza) {
        return stanza.getExtensionElement("displayed", NAMESPACE) instanceof StandardExtensionElement displayed
                ? Ids.usable(displayed.getAttributeValue("id"))
                : Optional.empty();
    }

    public void note(Message stanza, String peer) {
        if (stanza.getExtensionElement("markable", NAMESPACE) != null) {
            Ids.stanza(stanza).ifPresent(id -> asked.put(peer, id));
        }
    }

    /** What to tell the peer now that their messages were read; once. */
    public Optional<String> takeDue(String peer) {
        return Optional.ofNullable(asked.remove(peer));
    }
}
