package org.lamplight.office.xmpp.rooms;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** The part of presence that says what an occupant is (XEP-0045 section 7.2.2). */
final class Item {
    private static final int LONGEST_REASON = 1_000;

    private Item() {}

    static Element of(Affiliation affiliation, Role role) {
        return Element.of("item", MucNs.USER)
                .with("affiliation", affiliation.word())
                .with("role", role.word());
    }

    static Element reason(Element item, String reason) {
        return reason.isEmpty()
                ? item
                : item.add(Element.of("reason", MucNs.USER).text(reason));
    }

    /** What somebody says why, cut to a length that suits one. */
    static String reasonOf(Element wish) {
        String reason = wish.childText("reason");
        return reason == null ? "" : reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }

    /** The whole of it: the item, or something else, and status codes. */
    static Element x(@Nullable Element item, Collection<Code> codes) {
        Element x = Element.of("x", MucNs.USER);
        if (item != null) {
            x.add(item);
        }
        codes.forEach(code -> x.child("status", MucNs.USER).with("code", code.number()));
        return x;
    }
}
