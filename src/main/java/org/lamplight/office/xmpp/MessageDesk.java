package org.lamplight.office.xmpp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lamplight.office.xmpp.xml.Element;

/** Where messages go (RFC 6121 section 8), and where they wait (XEP-0160). With the switchboard's monitor held. */
final class MessageDesk {
    private static final int MOST_WAITING = 1000;

    private final Switchboard switchboard;
    private final Carbons carbons = new Carbons();
    private final Archivist archivist = new Archivist();

    MessageDesk(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    void received(Session from, Element message, Jid to) {
        Account account = switchboard.account(to);
        if (from.account().blocks(to)) {
            from.deliver(blocked(message));
        } else if (account == null || account.blocks(from.jid())) {
            boolean elsewhere = !to.domain().equals(switchboard.domain());
            switchboard.refuse(
                    from, message, elsewhere ? Condition.REMOTE_SERVER_NOT_FOUND : Condition.SERVICE_UNAVAILABLE);
        } else {
            pass(from, message, account, to);
        }
    }

    private void pass(Session from, Element message, Account account, Jid to) {
        Archivist.Marked theirs = archivist.mark(account, message);
        boolean toSelf = account == from.account();
        Archivist.Marked own = toSelf ? theirs : archivist.mark(from.account(), message);
        carbons.sent(from, own.message());
        if (deliver(account, to, theirs.message())) {
            archivist.keep(theirs, from.jid());
            if (!toSelf) {
                archivist.keep(own, to);
            }
        } else {
            switchboard.refuse(from, message, Condition.SERVICE_UNAVAILABLE);
        }
    }

    private static Element blocked(Element message) {
        Element error = Stanzas.error(message, Condition.NOT_ACCEPTABLE);
        Element reason = error.find("error");
        if (reason != null) {
            reason.child("blocked", Ns.BLOCKING_ERRORS);
        }
        return error;
    }

    /** A message to a component, before it gets it; false if it shall not. */
    boolean toComponent(Session from, Element message, Jid to) {
        if (from.account().blocks(to)) {
            from.deliver(blocked(message));
            return false;
        }
        Archivist.Marked own = archivist.mark(from.account(), message);
        carbons.sent(from, own.message());
        archivist.keep(own, to);
        return true;
    }

    /** A message from a component; it is not told when nobody takes it. */
    void fromComponent(Account account, Jid to, Element source) {
        Jid from = Jid.parse(source.attribute("from"));
        if (from == null || account.blocks(from)) {
            return;
        }
        Element message = archivist.kept(account, source, from).copy().with("to", to.toString());
        Session session = to.isBare() ? null : account.session(to.resource());
        if (to.isBare()) {
            deliver(account, to, message);
        } else if (session != null) {
            session.deliver(message);
        }
    }

    /** Returns false if the sender must hear that nobody takes it. */
    private boolean deliver(Account account, Jid to, Element message) {
        String type = message.attribute("type", "normal");
        Session session = to.isBare() ? null : account.session(to.resource());
        if (session != null) {
            session.deliver(message);
            carbons.received(account, List.of(session), message);
            return true;
        }
        return switch (type) {
            case "error" -> true;
            case "groupchat" -> false;
            case "headline" -> {
                if (to.isBare()) {
                    reachable(account).forEach(each -> each.deliver(message));
                }
                yield true;
            }
            default -> toBest(account, message);
        };
    }

    private boolean toBest(Account account, Element message) {
        List<Session> best = best(account);
        best.forEach(session -> session.deliver(message));
        if (best.isEmpty()) {
            return store(account, message);
        }
        carbons.received(account, best, message);
        return true;
    }

    private static List<Session> reachable(Account account) {
        return account.available().stream()
                .filter(session -> session.priority() >= 0)
                .toList();
    }

    private static List<Session> best(Account account) {
        List<Session> reachable = reachable(account);
        int highest = reachable.stream().mapToInt(Session::priority).max().orElse(0);
        return reachable.stream()
                .filter(session -> session.priority() == highest)
                .toList();
    }

    private boolean store(Account account, Element message) {
        boolean worthIt = message.childText("body") != null || message.find("received", Ns.RECEIPTS) != null;
        if (worthIt && account.offline.size() < MOST_WAITING) {
            account.offline.add(Stanzas.delayed(message, Instant.now(), switchboard.domain()));
            return true;
        }
        return !worthIt;
    }

    /** A message that a session did not get any more: to another session, or it waits. */
    void undelivered(Account account, Element message, Instant since) {
        String type = message.attribute("type", "normal");
        boolean talk = type.equals("chat") || type.equals("normal");
        if (talk && !isOnlyForOne(account, message)) {
            toBest(account, Stanzas.delayed(message, since, switchboard.domain()));
        }
    }

    /** What the account's own archive or a copier sent, or somebody in a room to one client in it. */
    private boolean isOnlyForOne(Account account, Element message) {
        Jid from = Jid.parse(message.attribute("from"));
        boolean own = account.jid.equals(from) && message.find("body") == null;
        return own || (from != null && !from.isBare() && !from.domain().equals(switchboard.domain()));
    }

    void deliverOffline(Session session) {
        List<Element> waiting = new ArrayList<>(session.account().offline);
        session.account().offline.clear();
        waiting.forEach(session::deliver);
    }
}
