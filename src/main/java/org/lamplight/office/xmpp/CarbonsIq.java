package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** Switches copies of a person's chats on and off for one client (XEP-0280). */
final class CarbonsIq implements IqHandler {
    @Override
    public List<String> namespaces() {
        return List.of(Ns.CARBONS);
    }

    @Override
    public @Nullable Element answer(Request request) throws StanzaException {
        if (!request.isSet() || !request.isOwn()) {
            throw new StanzaException(Condition.NOT_ALLOWED);
        }
        request.from().wantsCarbons = request.payload().name().equals("enable");
        return null;
    }
}
