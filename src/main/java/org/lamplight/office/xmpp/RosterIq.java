package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** The roster, read and changed by its owner (RFC 6121 section 2, XEP-0237). */
final class RosterIq implements IqHandler {
    private final RosterDesk desk;

    RosterIq(RosterDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<String> namespaces() {
        return List.of(Ns.ROSTER);
    }

    @Override
    public @Nullable Element answer(Request request) throws StanzaException {
        Account account = request.own();
        if (request.isSet()) {
            set(account, request.payload());
            return null;
        }
        request.from().wantsRoster = true;
        return missed(request) == null ? whole(account) : null;
    }

    /** A client that remembers an older version gets what it missed as pushes (XEP-0237 section 2.5). */
    @Override
    public void afterwards(Request request) {
        List<RosterItem> missed = request.isSet() ? null : missed(request);
        if (missed != null) {
            missed.forEach(item -> desk.push(request.from(), item));
        }
    }

    private static @Nullable List<RosterItem> missed(Request request) {
        Roster roster = request.from().account().roster;
        String remembered = request.payload().attribute("ver");
        List<RosterItem> changed = remembered == null ? null : roster.since(remembered);
        // After many changes the whole roster is shorter than the pushes.
        return changed == null || changed.size() > roster.all().size() / 2 + 10 ? null : changed;
    }

    private static Element whole(Account account) {
        Element query = Element.of("query", Ns.ROSTER).with("ver", account.roster.version());
        account.roster.listed().forEach(item -> query.add(item.toElement()));
        return query;
    }

    private void set(Account account, Element query) throws StanzaException {
        List<Element> items = query.children();
        Jid jid = items.size() == 1 ? Jid.parse(items.get(0).attribute("jid")) : null;
        if (jid == null) {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
        if (jid.bare().equals(account.jid)) {
            throw new StanzaException(Condition.NOT_ALLOWED);
        }
        Element item = items.get(0);
        if ("remove".equals(item.attribute("subscription"))) {
            desk.remove(account, jid.bare());
            return;
        }
        List<String> groups = item.children().stream()
                .filter(child -> child.name().equals("group"))
                .map(Element::text)
                .distinct()
                .toList();
        if (groups.contains("")) {
            throw new StanzaException(Condition.NOT_ACCEPTABLE);
        }
        desk.change(account, account.roster.get(jid).named(item.attribute("name", ""), groups));
    }
}
