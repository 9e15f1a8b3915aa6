package org.lamplight.office.xmpp.archive;

import java.util.Set;
import org.lamplight.office.xmpp.xml.Element;

/** Which messages an archive keeps: what people said, and what belongs to it; not what passes, such as typing. */
public final class Worth {
    private static final String HINTS = "urn:xmpp:hints";
    private static final String RECEIPTS = "urn:xmpp:receipts";
    private static final Set<String> KEPT = Set.of(
            HINTS + " store",
            RECEIPTS + " received",
            "urn:xmpp:chat-markers:0 received",
            "urn:xmpp:chat-markers:0 displayed",
            "urn:xmpp:chat-markers:0 acknowledged",
            "urn:xmpp:reactions:0 reactions",
            "urn:xmpp:message-retract:0 retract",
            "urn:xmpp:message-retract:1 retract",
            "urn:xmpp:fasten:0 apply-to",
            "urn:xmpp:message-correct:0 replace",
            "jabber:x:conference x");
    private static final Set<String> PASSING = Set.of(HINTS + " no-store", HINTS + " no-permanent-store");

    private Worth() {}

    /** Whether a message is kept, whatever its type (XEP-0313 section 5.1.1, XEP-0334). */
    public static boolean isKept(Element message) {
        boolean kept = message.find("body") != null;
        for (Element child : message.children()) {
            String what = child.namespace() + " " + child.name();
            if (PASSING.contains(what)) {
                return false;
            }
            kept |= KEPT.contains(what);
        }
        return kept && !"error".equals(message.attribute("type"));
    }
}
