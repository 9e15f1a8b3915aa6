package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** XML that a client keeps for itself (XEP-0049), such as old-style bookmarks. */
final class PrivateIq implements IqHandler {
    @Override
    public List<String> namespaces() {
        return List.of(Ns.PRIVATE);
    }

    @Override
    public @Nullable Element answer(Request request) throws StanzaException {
        List<Element> parts = request.payload().children();
        if (parts.size() != 1) {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
        Element part = parts.get(0);
        String key = part.namespace() + " " + part.name();
        if (request.isSet()) {
            request.own().privateStorage.put(key, part);
            return null;
        }
        return Element.of("query", Ns.PRIVATE).add(request.own().privateStorage.getOrDefault(key, part));
    }
}
