package org.lamplight.office.xmpp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.lamplight.office.xmpp.xml.Element;

/** The shapes of stanzas that the server makes itself. */
public final class Stanzas {
    private Stanzas() {}

    /** A presence of a type; the empty one is available. */
    public static Element presence(String type) {
        Element presence = Element.of("presence", Ns.CLIENT);
        return type.isEmpty() ? presence : presence.with("type", type);
    }

    /** The result of an IQ, still without payload. */
    public static Element result(Element iq) {
        return answer(iq).with("type", "result");
    }

    /** The answer that a stanza gets when it cannot be had. */
    public static Element error(Element stanza, Condition condition) {
        Element error = Element.of("error", Ns.CLIENT).with("type", condition.type());
        error.child(condition.element(), Ns.STANZA_ERRORS);
        return answer(stanza).with("type", "error").add(error);
    }

    private static Element answer(Element stanza) {
        return Element.of(stanza.name(), Ns.CLIENT)
                .with("id", stanza.attribute("id"))
                .with("to", stanza.attribute("from"))
                .with("from", stanza.attribute("to"));
    }

    /** A copy that says when the stanza was sent (XEP-0203), unless it says so already. */
    public static Element delayed(Element stanza, Instant since, String by) {
        if (stanza.find("delay", Ns.DELAY) != null) {
            return stanza;
        }
        Element copy = stanza.copy();
        copy.child("delay", Ns.DELAY)
                .with("from", by)
                .with("stamp", since.truncatedTo(ChronoUnit.MILLIS).toString());
        return copy;
    }

    public static boolean isError(Element stanza) {
        return "error".equals(stanza.attribute("type"));
    }
}
