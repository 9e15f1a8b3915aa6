package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** The part of publish-subscribe that personal events need (XEP-0060, XEP-0163): publish, retract, read, delete. */
final class PubSubIq implements IqHandler {
    private final Pep pep;

    PubSubIq(Pep pep) {
        this.pep = pep;
    }

    @Override
    public List<String> namespaces() {
        return List.of(Ns.PUBSUB, Ns.PUBSUB_OWNER);
    }

    @Override
    public List<String> features() {
        return List.of();
    }

    @Override
    public @Nullable Element answer(Request request) throws StanzaException {
        List<Element> parts = request.payload().children();
        Element action = parts.isEmpty() ? Element.of("nothing", Ns.PUBSUB) : parts.get(0);
        String node = action.attribute("node", "");
        if (node.isEmpty()) {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
        return switch (action.name()) {
            case "publish" -> publish(request, action, node);
            case "items" -> items(request, action, node);
            case "retract" -> retract(request, action, node);
            case "create" -> create(request, node);
            case "configure" -> configure(request, node);
            case "delete" -> delete(request, node);
            default -> throw new StanzaException(Condition.FEATURE_NOT_IMPLEMENTED);
        };
    }

    private Element publish(Request request, Element action, String name) throws StanzaException {
        Account account = request.own();
        Element item = action.find("item");
        if (item == null) {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
        PepNode node = pep.node(account, name);
        Element options = request.payload().find("publish-options");
        if (options != null) {
            apply(node, options);
        }
        String id = pep.publish(account, name, item);
        Element reply = Element.of("pubsub", Ns.PUBSUB);
        reply.child("publish", Ns.PUBSUB)
                .with("node", name)
                .child("item", Ns.PUBSUB)
                .with("id", id);
        return reply;
    }

    private static void apply(PepNode node, Element options) {
        Element form = options.find("x", Ns.DATA_FORM);
        for (Element field : form == null ? List.<Element>of() : form.children()) {
            String value = field.childText("value");
            if ("pubsub#access_model".equals(field.attribute("var")) && value != null) {
                node.access = value;
            } else if ("pubsub#max_items".equals(field.attribute("var")) && value != null) {
                node.most = value.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(value)) : 1000;
            } else if ("pubsub#send_last_published_item".equals(field.attribute("var")) && value != null) {
                node.sendsLast = !value.equals("never");
            }
        }
    }

    private static Element items(Request request, Element action, String name) throws StanzaException {
        Account account = request.target();
        PepNode node = account == null ? null : account.nodes.get(name);
        if (account == null || node == null) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        if (!node.openTo(account, request.from().jid())) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        Element reply = Element.of("pubsub", Ns.PUBSUB);
        Element list = reply.child("items", Ns.PUBSUB).with("node", name);
        List<String> wanted =
                action.children().stream().map(item -> item.attribute("id", "")).toList();
        for (Element item : node.items()) {
            if (wanted.isEmpty() || wanted.contains(item.attribute("id", ""))) {
                list.add(item);
            }
        }
        return reply;
    }

    private @Nullable Element retract(Request request, Element action, String name) throws StanzaException {
        Account account = request.own();
        PepNode node = account.nodes.get(name);
        Element item = action.find("item");
        String id = item == null ? null : item.attribute("id");
        if (node == null || id == null) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        boolean tell = List.of("true", "1").contains(action.attribute("notify", "false"));
        if (!pep.retract(account, node, id, tell)) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        return null;
    }

    private @Nullable Element create(Request request, String name) throws StanzaException {
        if (request.own().nodes.containsKey(name)) {
            throw new StanzaException(Condition.CONFLICT);
        }
        PepNode node = pep.node(request.own(), name);
        Element configuration = request.payload().find("configure");
        if (configuration != null) {
            apply(node, configuration);
        }
        return null;
    }

    private @Nullable Element configure(Request request, String name) throws StanzaException {
        PepNode node = request.own().nodes.get(name);
        Element configuration = request.payload().find("configure");
        if (node == null || configuration == null || !request.isSet()) {
            throw new StanzaException(node == null ? Condition.ITEM_NOT_FOUND : Condition.FEATURE_NOT_IMPLEMENTED);
        }
        apply(node, configuration);
        return null;
    }

    private static @Nullable Element delete(Request request, String name) throws StanzaException {
        if (request.own().nodes.remove(name) == null) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        return null;
    }
}
