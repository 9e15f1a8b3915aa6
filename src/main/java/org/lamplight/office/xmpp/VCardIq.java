package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** Business cards (XEP-0054): everybody may read, the owner may write. */
final class VCardIq implements IqHandler {
    @Override
    public List<String> namespaces() {
        return List.of(Ns.VCARD);
    }

    @Override
    public @Nullable Element answer(Request request) throws StanzaException {
        if (request.isSet()) {
            request.own().vcard = request.payload();
            return null;
        }
        Account account = request.target();
        Element card = account == null ? null : account.vcard;
        if (card == null && !request.isOwn()) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        return card == null ? Element.of("vCard", Ns.VCARD) : card;
    }
}
