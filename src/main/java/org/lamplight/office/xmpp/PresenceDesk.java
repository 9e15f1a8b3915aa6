package org.lamplight.office.xmpp;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** Who sees whose presence (RFC 6121 section 4). With the switchboard's monitor held. */
final class PresenceDesk {
    static final Set<String> SUBSCRIPTIONS = Set.of("subscribe", "subscribed", "unsubscribe", "unsubscribed");

    private final Switchboard switchboard;

    PresenceDesk(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    void received(Session from, Element presence, @Nullable Jid to) {
        String type = presence.attribute("type", "");
        if (SUBSCRIPTIONS.contains(type)) {
            if (to != null) {
                switchboard.rosters().subscription(from.account(), to.bare(), type, presence);
            }
        } else if (type.equals("probe")) {
            if (to != null) {
                probe(from, to.bare());
            }
        } else if (type.isEmpty() || type.equals("unavailable")) {
            if (to == null) {
                own(from, presence, type.isEmpty());
            } else {
                direct(from, presence, to, type.isEmpty());
            }
        }
    }

    private void own(Session from, Element presence, boolean available) {
        if (!available) {
            if (from.presence() != null) {
                from.presence(null);
                broadcast(from, presence);
                tellDirected(from, presence);
            }
            return;
        }
        boolean first = from.presence() == null;
        int before = from.priority();
        from.presence(presence);
        broadcast(from, presence);
        if (first) {
            welcome(from);
        }
        if (from.priority() >= 0 && (first || before < 0)) {
            switchboard.messages().deliverOffline(from);
        }
        switchboard.caps().seen(from, presence, first);
    }

    /** From now on nobody sees the session, or those may again to whom it sends presence (XEP-0186). */
    void invisible(Session session, boolean hide) {
        if (hide && session.presence() != null) {
            broadcastGone(session, unavailable(session));
        }
        session.invisible = hide;
    }

    /** Everybody who may see this account, and its own other resources. */
    private void broadcast(Session from, Element presence) {
        if (from.invisible) {
            return;
        }
        Account account = from.account();
        for (RosterItem item : account.roster.all()) {
            if (item.from() && !account.blocks(item.jid())) {
                deliver(item.jid(), presence);
            }
        }
        for (Session other : List.copyOf(account.available())) {
            other.deliver(presence.copy().with("to", other.jid().toString()));
        }
        if (from.presence() == null) {
            from.deliver(presence.copy().with("to", from.jid().toString()));
        }
    }

    /** What a session gets when it comes: the presence of those it may see, and requests that wait. */
    private void welcome(Session session) {
        Account account = session.account();
        for (RosterItem item : account.roster.all()) {
            if (item.to()) {
                probe(session, item.jid());
            }
        }
        for (Session sibling : account.available()) {
            if (sibling != session) {
                show(sibling, /* watcher= */ session);
            }
        }
        account.requests.values().forEach(session::deliver);
    }

    private void probe(Session watcher, Jid contact) {
        Account account = switchboard.account(contact);
        if (account == null
                || account.blocks(watcher.jid())
                || watcher.account().blocks(contact)) {
            return;
        }
        if (account == watcher.account() || account.roster.get(watcher.jid()).from()) {
            account.available().forEach(session -> show(session, watcher));
        }
    }

    private void show(Session session, Session watcher) {
        Element presence = session.presence();
        if (presence != null && !session.invisible) {
            String by = session.jid().toString();
            watcher.deliver(Stanzas.delayed(presence, session.since(), by)
                    .copy()
                    .with("to", watcher.jid().toString()));
        }
    }

    /** Shows all that an account has to a contact who may see it from now on. */
    void showAll(Account account, Jid contact) {
        for (Session session : account.available()) {
            Element presence = session.presence();
            if (presence != null && !session.invisible) {
                deliver(contact, presence);
            }
        }
    }

    /** Hides an account from a contact who may not see it any more. */
    void hide(Account account, Jid contact) {
        account.available().stream()
                .filter(session -> !session.invisible)
                .forEach(session -> deliver(contact, unavailable(session)));
    }

    private void direct(Session from, Element presence, Jid to, boolean available) {
        Account account = switchboard.account(to);
        if (account == null || account.blocks(from.jid()) || from.account().blocks(to)) {
            return;
        }
        if (available) {
            from.directed.add(to);
        } else {
            from.directed.remove(to);
        }
        deliver(to, presence);
    }

    /** A session has ended, in whatever way. */
    void gone(Session session) {
        if (session.presence() != null) {
            session.presence(null);
            Element bye = unavailable(session);
            if (!session.invisible) {
                broadcastGone(session, bye);
            }
            tellDirected(session, bye);
        } else {
            tellDirected(session, unavailable(session));
        }
    }

    private void broadcastGone(Session session, Element bye) {
        Account account = session.account();
        for (RosterItem item : account.roster.all()) {
            if (item.from() && !account.blocks(item.jid())) {
                deliver(item.jid(), bye);
            }
        }
        deliver(account.jid, bye);
    }

    private void tellDirected(Session session, Element bye) {
        List<Jid> told = List.copyOf(session.directed);
        session.directed.clear();
        told.forEach(to -> {
            if (!switchboard.components().left(bye, to)
                    && !session.account().roster.get(to).from()) {
                deliver(to, bye);
            }
        });
    }

    private static Element unavailable(Session session) {
        return Stanzas.presence("unavailable").with("from", session.jid().toString());
    }

    /** To one resource, or to all available ones of a bare address. */
    void deliver(Jid to, Element presence) {
        Account account = switchboard.account(to);
        if (account == null || account.blocksSender(presence)) {
            return;
        }
        if (to.isBare()) {
            for (Session session : account.available()) {
                session.deliver(presence.copy().with("to", session.jid().toString()));
            }
            return;
        }
        Session session = account.session(to.resource());
        if (session != null) {
            session.deliver(presence.copy().with("to", session.address()));
        }
    }
}
