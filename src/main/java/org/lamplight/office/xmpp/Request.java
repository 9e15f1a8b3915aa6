package org.lamplight.office.xmpp;

import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/**
 * An IQ that the server answers.
 *
 * @param target the account that it is about; null if the server itself is meant
 */
record Request(
        Session from, Element iq, Element payload, @Nullable Account target) {
    boolean isSet() {
        return "set".equals(iq.attribute("type"));
    }

    /** Whether somebody asks about themselves. */
    boolean isOwn() {
        return from.account() == target;
    }

    /** The sender's own account, for what nobody may do for another. */
    Account own() throws StanzaException {
        if (target != null && target != from.account()) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        return from.account();
    }
}
