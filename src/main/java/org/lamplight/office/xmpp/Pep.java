package org.lamplight.office.xmpp;

import java.util.Set;
import org.lamplight.office.xmpp.xml.Element;

/** Personal events (XEP-0163): keeps them and tells those who asked for them. With the switchboard's monitor held. */
final class Pep {
    private static final String NOTIFY = "+notify";

    private final Switchboard switchboard;
    private int published;

    Pep(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    PepNode node(Account account, String name) {
        return account.nodes.computeIfAbsent(name, PepNode::new);
    }

    /** Stores an item (with a made-up id if it has none), notifies, and returns the id. */
    String publish(Account account, String name, Element item) {
        String given = item.attribute("id");
        String id = given == null ? "item-" + ++published : given;
        Element kept = Element.of("item", Ns.PUBSUB).with("id", id);
        item.children().forEach(kept::add);
        PepNode node = node(account, name);
        node.put(id, kept);
        notifyAll(account, node, event(account, node, kept));
        return id;
    }

    boolean retract(Account account, PepNode node, String id, boolean tell) {
        boolean was = node.remove(id);
        if (was && tell) {
            Element event = message(account);
            event.child("event", Ns.PUBSUB_EVENT)
                    .child("items", Ns.PUBSUB_EVENT)
                    .with("node", node.name)
                    .child("retract", Ns.PUBSUB_EVENT)
                    .with("id", id);
            notifyAll(account, node, event);
        }
        return was;
    }

    private void notifyAll(Account account, PepNode node, Element event) {
        for (RosterItem item : account.roster.all()) {
            Account watcher = item.from() ? switchboard.account(item.jid()) : null;
            if (watcher != null && node.openTo(account, watcher.jid)) {
                notify(watcher, account, node, event);
            }
        }
        notify(account, account, node, event);
    }

    private static void notify(Account watcher, Account account, PepNode node, Element event) {
        for (Session session : watcher.available()) {
            if (session.features().contains(node.name + NOTIFY) && !account.blocks(session.jid())) {
                session.deliver(event.copy().with("to", session.jid().toString()));
            }
        }
    }

    /** The last items of everybody this session may see, for features that it has just come to have. */
    void catchUp(Session session, Set<String> features) {
        if (features.stream().noneMatch(feature -> feature.endsWith(NOTIFY))) {
            return;
        }
        lastOf(session.account(), session, features);
        for (RosterItem item : session.account().roster.all()) {
            Account contact = item.to() ? switchboard.account(item.jid()) : null;
            if (contact != null) {
                lastOf(contact, session, features);
            }
        }
    }

    /** Somebody may see an account from now on. */
    void introduce(Account account, Account watcher) {
        watcher.available().forEach(session -> lastOf(account, session, session.features()));
    }

    private static void lastOf(Account account, Session session, Set<String> features) {
        for (PepNode node : account.nodes.values()) {
            Element last = node.sendsLast ? node.last() : null;
            boolean wanted = last != null && features.contains(node.name + NOTIFY);
            if (last != null && wanted && node.openTo(account, session.jid()) && !account.blocks(session.jid())) {
                session.deliver(
                        event(account, node, last).with("to", session.jid().toString()));
            }
        }
    }

    private static Element event(Account account, PepNode node, Element item) {
        Element message = message(account);
        Element copy = message.child("event", Ns.PUBSUB_EVENT)
                .child("items", Ns.PUBSUB_EVENT)
                .with("node", node.name)
                .child("item", Ns.PUBSUB_EVENT)
                .with("id", item.attribute("id"));
        item.children().forEach(copy::add);
        return message;
    }

    private static Element message(Account account) {
        return Element.of("message", Ns.CLIENT).with("type", "headline").with("from", account.jid.toString());
    }
}
