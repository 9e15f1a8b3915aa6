package org.lamplight.office.xmpp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** Where IQs go (RFC 6120 section 8.2.3, RFC 6121 section 8): to a handler here or to another session. */
final class IqDesk {
    private final Switchboard switchboard;
    private final Map<String, IqHandler> handlers = new HashMap<>();

    IqDesk(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    void add(IqHandler handler) {
        handler.namespaces().forEach(namespace -> handlers.put(namespace, handler));
    }

    List<String> features() {
        return handlers.values().stream()
                .flatMap(handler -> handler.features().stream())
                .distinct()
                .sorted()
                .toList();
    }

    void received(Session from, Element iq, @Nullable Jid to) {
        String type = iq.attribute("type", "");
        boolean asks = type.equals("get") || type.equals("set");
        if (to != null && !to.isBare() && !to.local().isEmpty()) {
            route(from, iq, to, asks);
        } else if (asks) {
            answer(from, iq, to);
        } else {
            switchboard.caps().answered(from, iq);
        }
    }

    private void route(Session from, Element iq, Jid to, boolean asks) {
        Account account = switchboard.account(to);
        Session target = account == null ? null : account.session(to.resource());
        boolean shut = account != null && account.blocks(from.jid());
        if (target != null && !shut) {
            target.deliver(iq);
        } else if (asks) {
            from.deliver(Stanzas.error(iq, Condition.SERVICE_UNAVAILABLE));
        }
    }

    private void answer(Session from, Element iq, @Nullable Jid to) {
        try {
            List<Element> payloads = iq.children();
            if (payloads.size() != 1) {
                throw new StanzaException(Condition.BAD_REQUEST);
            }
            Request request = new Request(from, iq, payloads.get(0), target(from, to));
            IqHandler handler = handlers.get(request.payload().namespace());
            if (handler == null) {
                throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
            }
            Element result = handler.answer(request);
            Element reply = Stanzas.result(iq);
            from.deliver(result == null ? reply : reply.add(result));
            handler.afterwards(request);
        } catch (StanzaException e) {
            from.deliver(Stanzas.error(iq, e.condition()));
        }
    }

    private @Nullable Account target(Session from, @Nullable Jid to) throws StanzaException {
        if (to == null) {
            return from.account();
        }
        if (!to.domain().equals(switchboard.domain())) {
            throw new StanzaException(Condition.REMOTE_SERVER_NOT_FOUND);
        }
        if (to.local().isEmpty()) {
            return null;
        }
        Account account = switchboard.account(to);
        if (account == null || account.blocks(from.jid())) {
            throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        }
        return account;
    }
}
