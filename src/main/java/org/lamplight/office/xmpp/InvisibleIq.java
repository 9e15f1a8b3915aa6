package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** Hides a session from everybody while messages still come to it (XEP-0186). */
final class InvisibleIq implements IqHandler {
    private final Switchboard switchboard;

    InvisibleIq(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public List<String> namespaces() {
        return List.of(Ns.INVISIBLE);
    }

    @Override
    public @Nullable Element answer(Request request) throws StanzaException {
        if (!request.isSet() || !request.isOwn()) {
            throw new StanzaException(Condition.NOT_ALLOWED);
        }
        boolean hide = request.payload().name().equals("invisible");
        if (hide != request.from().invisible) {
            switchboard.presences().invisible(request.from(), hide);
        }
        return null;
    }
}
