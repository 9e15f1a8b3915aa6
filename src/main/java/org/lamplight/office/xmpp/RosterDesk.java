package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** Changes rosters: by their owners, and by the subscription handshake (RFC 6121 sections 2 and 3). */
final class RosterDesk {
    private final Switchboard switchboard;
    private int pushes;

    RosterDesk(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /** Stores an item and tells the owner's sessions. */
    void change(Account account, RosterItem item) {
        account.roster.put(item);
        for (Session session : List.copyOf(account.sessions())) {
            if (session.wantsRoster) {
                push(session, item);
            }
        }
    }

    void push(Session session, RosterItem item) {
        Element iq = Element.of("iq", Ns.CLIENT)
                .with("type", "set")
                .with("id", "push-" + ++pushes)
                .with("to", session.jid().toString());
        iq.child("query", Ns.ROSTER)
                .with("ver", session.account().roster.version())
                .add(item.toElement());
        session.deliver(iq);
    }

    void remove(Account account, Jid contact) throws StanzaException {
        if (!account.roster.has(contact)) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        RosterItem item = account.roster.get(contact);
        if (item.to() || item.asked()) {
            tell(account, contact, "unsubscribe");
        }
        if (item.from()) {
            tell(account, contact, "unsubscribed");
        }
        account.requests.remove(contact);
        change(account, item.removed());
    }

    private void tell(Account account, Jid contact, String type) {
        Element presence = Stanzas.presence(type).with("from", account.jid.toString());
        subscription(account, contact, type, presence);
    }

    /** Somebody sends one of the four subscription stanzas. */
    void subscription(Account from, Jid to, String type, Element presence) {
        Element stanza = presence.copy().with("from", from.jid.toString()).with("to", to.toString());
        Account other = switchboard.account(to);
        switch (type) {
            case "subscribe" -> subscribe(from, to, other, stanza);
            case "subscribed" -> subscribed(from, to, other, stanza);
            case "unsubscribe" -> unsubscribe(from, to, other, stanza);
            default -> unsubscribed(from, to, other, stanza);
        }
    }

    private void subscribe(Account from, Jid to, @Nullable Account other, Element stanza) {
        RosterItem mine = from.roster.get(to);
        if (mine.to() || from == other) {
            return;
        }
        change(from, mine.asked(true));
        if (other == null) {
            answer(from, to, "unsubscribed");
            change(from, from.roster.get(to).asked(false));
        } else if (other.roster.get(from.jid).from()) {
            answer(from, to, "subscribed");
            change(from, from.roster.get(to).to(true));
            switchboard.presences().showAll(other, from.jid);
        } else if (!other.blocks(from.jid)) {
            other.requests.put(from.jid, stanza);
            switchboard.presences().deliver(to, stanza);
        }
    }

    private void subscribed(Account from, Jid to, @Nullable Account other, Element stanza) {
        if (from.requests.remove(to) == null) {
            return;
        }
        change(from, from.roster.get(to).from(true));
        if (other != null && other.roster.get(from.jid).asked()) {
            change(other, other.roster.get(from.jid).to(true));
            switchboard.presences().deliver(to, stanza);
            switchboard.presences().showAll(from, to);
            switchboard.pep().introduce(from, other);
        }
    }

    private void unsubscribe(Account from, Jid to, @Nullable Account other, Element stanza) {
        RosterItem mine = from.roster.get(to);
        if (mine.to() || mine.asked()) {
            change(from, mine.to(false));
        }
        if (other == null) {
            return;
        }
        other.requests.remove(from.jid);
        RosterItem theirs = other.roster.get(from.jid);
        if (theirs.from()) {
            change(other, theirs.from(false));
            switchboard.presences().deliver(to, stanza);
            switchboard.presences().hide(other, from.jid);
        }
    }

    private void unsubscribed(Account from, Jid to, @Nullable Account other, Element stanza) {
        RosterItem mine = from.roster.get(to);
        from.requests.remove(to);
        if (mine.from()) {
            switchboard.presences().hide(from, to);
            change(from, mine.from(false));
        }
        if (other == null) {
            return;
        }
        RosterItem theirs = other.roster.get(from.jid);
        if (theirs.to() || theirs.asked()) {
            change(other, theirs.to(false));
            switchboard.presences().deliver(to, stanza);
        }
    }

    private void answer(Account to, Jid from, String type) {
        Element presence = Stanzas.presence(type).with("from", from.toString()).with("to", to.jid.toString());
        switchboard.presences().deliver(to.jid, presence);
    }
}
