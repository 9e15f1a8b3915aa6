package org.lamplight.office.xmpp.archive;

import java.util.function.Predicate;
import org.lamplight.office.xmpp.xml.Element;

/** Stanza ids (XEP-0359): only who gave one may claim it. */
public final class StanzaIds {
    /** The namespace. */
    public static final String NAMESPACE = "urn:xmpp:sid:0";

    private StanzaIds() {}

    /** A copy without ids that pretend to be given by one of ours; the message itself if there are none. */
    public static Element withoutClaims(Element message, Predicate<String> isOurs) {
        Element clean = message;
        for (Element child : message.children()) {
            if (child.is("stanza-id", NAMESPACE) && isOurs.test(child.attribute("by", ""))) {
                clean = clean == message ? message.copy() : clean;
                clean.without(child);
            }
        }
        return clean;
    }

    /** A copy with the id that {@code by} gave it. */
    public static Element stamped(Element message, String by, String id) {
        Element copy = message.copy();
        copy.child("stanza-id", NAMESPACE).with("by", by).with("id", id);
        return copy;
    }
}
