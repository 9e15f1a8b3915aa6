package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.archive.ArchiveQuery;
import org.lamplight.office.xmpp.archive.StanzaIds;
import org.lamplight.office.xmpp.xml.Element;

/** Service discovery (XEP-0030) of the server and of accounts. */
final class DiscoIq implements IqHandler {
    private static final List<String> PEP_FEATURES = List.of(
            "access-presence",
            "access-open",
            "access-whitelist",
            "auto-create",
            "auto-subscribe",
            "config-node",
            "config-node-max",
            "create-nodes",
            "delete-nodes",
            "filtered-notifications",
            "item-ids",
            "last-published",
            "multi-items",
            "persistent-items",
            "publish",
            "publish-options",
            "retract-items",
            "retrieve-items");

    private final Switchboard switchboard;

    DiscoIq(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public List<String> namespaces() {
        return List.of(Ns.DISCO_INFO, Ns.DISCO_ITEMS);
    }

    @Override
    public @Nullable Element answer(Request request) throws StanzaException {
        if (request.isSet()) {
            throw new StanzaException(Condition.NOT_ALLOWED);
        }
        Account account = request.iq().attribute("to") == null ? null : request.target();
        String namespace = request.payload().namespace();
        Element query =
                Element.of("query", namespace).with("node", request.payload().attribute("node"));
        boolean mayKnow = account == null
                || request.isOwn()
                || account.roster.get(request.from().jid()).from();
        if (!mayKnow) {
            throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        }
        if (namespace.equals(Ns.DISCO_INFO)) {
            return account == null ? server(query) : person(query);
        }
        return account == null
                ? components(query)
                : nodes(query, account, request.from().jid());
    }

    private Element server(Element query) {
        query.child("identity", Ns.DISCO_INFO)
                .with("category", "server")
                .with("type", "im")
                .with("name", "The office in a box");
        switchboard.features().forEach(feature -> feature(query, feature));
        return query;
    }

    private Element components(Element query) {
        switchboard.components().list(query);
        return query;
    }

    private static Element person(Element query) {
        query.child("identity", Ns.DISCO_INFO).with("category", "account").with("type", "registered");
        query.child("identity", Ns.DISCO_INFO).with("category", "pubsub").with("type", "pep");
        feature(query, Ns.DISCO_INFO);
        feature(query, Ns.DISCO_ITEMS);
        feature(query, Ns.PUBSUB);
        feature(query, StanzaIds.NAMESPACE);
        ArchiveQuery.FEATURES.forEach(feature -> feature(query, feature));
        PEP_FEATURES.forEach(feature -> feature(query, Ns.PUBSUB + "#" + feature));
        return query;
    }

    private static Element nodes(Element query, Account account, Jid watcher) {
        for (PepNode node : account.nodes.values()) {
            if (node.openTo(account, watcher)) {
                query.child("item", Ns.DISCO_ITEMS)
                        .with("jid", account.jid.toString())
                        .with("node", node.name);
            }
        }
        return query;
    }

    private static void feature(Element query, String feature) {
        query.child("feature", Ns.DISCO_INFO).with("var", feature);
    }
}
