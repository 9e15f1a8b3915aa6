package org.lamplight.office.xmpp;

import java.util.List;
import org.lamplight.office.xmpp.xml.Element;

/** One contact in a roster (RFC 6121 section 2.1). Immutable; {@code asked} is {@code ask='subscribe'}. */
record RosterItem(Jid jid, String name, List<String> groups, boolean to, boolean from, boolean asked, boolean listed) {

    /** A contact about whom nothing is known yet. */
    static RosterItem unknown(Jid jid) {
        return new RosterItem(jid, "", List.of(), false, false, false, true);
    }

    RosterItem named(String newName, List<String> newGroups) {
        return new RosterItem(jid, newName, newGroups, to, from, asked, true);
    }

    RosterItem to(boolean now) {
        return new RosterItem(jid, name, groups, now, from, false, listed);
    }

    RosterItem from(boolean now) {
        return new RosterItem(jid, name, groups, to, now, asked, listed);
    }

    RosterItem asked(boolean now) {
        return new RosterItem(jid, name, groups, to, from, now, listed);
    }

    /** What stays of an item that was removed: its place in the history of versions. */
    RosterItem removed() {
        return new RosterItem(jid, name, List.of(), false, false, false, false);
    }

    String subscription() {
        if (!listed) {
            return "remove";
        }
        return to ? (from ? "both" : "to") : (from ? "from" : "none");
    }

    Element toElement() {
        Element item = Element.of("item", Ns.ROSTER).with("jid", jid.toString()).with("subscription", subscription());
        if (!listed) {
            return item;
        }
        if (!name.isEmpty()) {
            item.with("name", name);
        }
        if (asked) {
            item.with("ask", "subscribe");
        }
        groups.forEach(group -> item.add(Element.of("group", Ns.ROSTER).text(group)));
        return item;
    }
}
