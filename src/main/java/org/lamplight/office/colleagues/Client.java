package org.lamplight.office.colleagues;

import java.util.List;
import org.lamplight.office.xmpp.CapsHash;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** What the colleagues' client says of itself when it is asked. Immutable. */
final class Client {
    private static final String NODE = "https://lamplight.example/office";
    private static final List<String> FEATURES =
            List.of(Ns.DISCO_INFO, Ns.CAPS, Ns.RECEIPTS, Ns.CHAT_STATES, Ns.PING, Ns.VERSION, Ns.IDLE);

    private final Element info = info();
    private final String ver = CapsHash.of(info);

    private static Element info() {
        Element query = Element.of("query", Ns.DISCO_INFO);
        query.child("identity", Ns.DISCO_INFO)
                .with("category", "client")
                .with("type", "pc")
                .with("name", "Colleague");
        FEATURES.forEach(feature -> query.child("feature", Ns.DISCO_INFO).with("var", feature));
        return query;
    }

    /** The entity capabilities for presence (XEP-0115). */
    Element caps() {
        return Element.of("c", Ns.CAPS).with("hash", "sha-1").with("node", NODE).with("ver", ver);
    }

    Element answer(Element iq) {
        Element reply = Element.of("iq", Ns.CLIENT)
                .with("id", iq.attribute("id"))
                .with("to", iq.attribute("from"))
                .with("type", "result");
        Element payload = iq.children().isEmpty() ? iq : iq.children().get(0);
        boolean get = "get".equals(iq.attribute("type"));
        switch (get ? payload.namespace() : "") {
            case Ns.DISCO_INFO -> reply.add(info.copy().with("node", payload.attribute("node")));
            case Ns.DISCO_ITEMS -> reply.child("query", Ns.DISCO_ITEMS);
            case Ns.VERSION ->
                reply.child("query", Ns.VERSION)
                        .add(Element.of("name", Ns.VERSION).text("Colleague"))
                        .add(Element.of("version", Ns.VERSION).text("1"));
            case Ns.LAST -> reply.child("query", Ns.LAST).with("seconds", "0");
            case Ns.PING -> {}
            default ->
                reply.with("type", "error")
                        .child("error", Ns.CLIENT)
                        .with("type", "cancel")
                        .child("service-unavailable", Ns.STANZA_ERRORS);
        }
        return reply;
    }
}
