package org.lamplight.office.xmpp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** The services beside the server, by domain, and what sessions send to them. With the switchboard's monitor held. */
final class Components {
    private final Switchboard switchboard;
    private final Map<String, Component> byDomain = new LinkedHashMap<>();

    Components(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    void add(String domain, Component component) {
        byDomain.put(domain, component);
    }

    /** The component that takes a stanza; subscriptions are the server's business. */
    @Nullable
    Component of(Element stanza, @Nullable Jid to) {
        boolean subscription =
                stanza.name().equals("presence") && PresenceDesk.SUBSCRIPTIONS.contains(stanza.attribute("type", ""));
        return to == null || subscription ? null : byDomain.get(to.domain());
    }

    void received(Session from, Element stanza, Jid to, Component component) {
        switch (stanza.name()) {
            case "presence" -> remember(from, stanza.attribute("type", ""), to);
            case "message" -> {
                if (!switchboard.messages().toComponent(from, stanza, to)) {
                    return;
                }
            }
            default -> {}
        }
        component.received(stanza, from.jid(), to);
    }

    /** So that the component hears when the session ends. */
    private static void remember(Session from, String type, Jid to) {
        if (type.isEmpty()) {
            from.directed.add(to.bare());
        } else if (type.equals("unavailable")) {
            from.directed.remove(to.bare());
        }
    }

    /** The session that told a component of its presence goes. */
    boolean left(Element bye, Jid to) {
        Component component = byDomain.get(to.domain());
        Jid from = Jid.parse(bye.attribute("from"));
        if (component == null || from == null) {
            return false;
        }
        component.received(bye.copy().with("to", to.toString()), from, to);
        return true;
    }

    /** For service discovery: what else there is. */
    void list(Element items) {
        byDomain.forEach((domain, component) ->
                items.child("item", Ns.DISCO_ITEMS).with("jid", domain).with("name", component.name()));
    }

    void close() {
        byDomain.values().forEach(Component::closing);
    }
}
