package org.lamplight.office.xmpp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/**
 * Learns what clients can do (XEP-0115): asks a client once about a version it has not seen, and remembers the answer
 * if the hash is right. With the switchboard's monitor held.
 */
final class Caps {
    private final Switchboard switchboard;
    private final Map<String, Set<String>> known = new HashMap<>();
    private final Map<String, Asked> open = new HashMap<>();
    private int asked;

    Caps(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    private record Asked(Session session, String node) {}

    /** A client has sent presence; {@code first} when it has just come. */
    void seen(Session session, Element presence, boolean first) {
        String node = session.isRemote() ? CapsHash.nodeOf(presence) : null;
        if (node == null) {
            return;
        }
        Set<String> features = known.get(node);
        if (features != null) {
            learned(session, features, first);
        } else if (open.values().stream()
                .noneMatch(each -> each.session() == session && each.node().equals(node))) {
            ask(session, node);
        }
    }

    private void ask(Session session, String node) {
        String id = "caps-" + ++asked;
        open.put(id, new Asked(session, node));
        Element iq = Element.of("iq", Ns.CLIENT)
                .with("type", "get")
                .with("id", id)
                .with("from", switchboard.domain())
                .with("to", session.jid().toString());
        iq.child("query", Ns.DISCO_INFO).with("node", node);
        session.deliver(iq);
    }

    /** An IQ result or error has come for the server. */
    void answered(Session from, Element iq) {
        Asked question = open.get(iq.attribute("id", ""));
        if (question == null || question.session() != from) {
            return;
        }
        open.remove(iq.attribute("id", ""));
        Element info = iq.find("query", Ns.DISCO_INFO);
        if (info == null) {
            return;
        }
        Set<String> features = featuresOf(info);
        if (question.node().endsWith("#" + CapsHash.of(info))) {
            known.put(question.node(), features);
        }
        if (from.presence() != null) {
            learned(from, features, false);
        }
    }

    private void learned(Session session, Set<String> features, boolean first) {
        Set<String> before = first ? Set.of() : session.features();
        session.features(features);
        Set<String> fresh = new HashSet<>(features);
        fresh.removeAll(before);
        switchboard.pep().catchUp(session, fresh);
    }

    private static Set<String> featuresOf(@Nullable Element info) {
        Set<String> features = new HashSet<>();
        if (info != null) {
            for (Element child : info.children()) {
                if (child.name().equals("feature")) {
                    features.add(child.attribute("var", ""));
                }
            }
        }
        return Set.copyOf(features);
    }

    void gone(Session session) {
        open.values().removeIf(question -> question.session() == session);
    }
}
