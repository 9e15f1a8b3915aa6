package org.lamplight.office.xmpp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** Whom somebody wants to hear nothing of (XEP-0191), and what they complain about (XEP-0377). */
final class BlockingIq implements IqHandler {
    private static final int MOST_REPORTS = 1_000;

    private final Switchboard switchboard;
    private final List<Report> reports = new ArrayList<>();
    private int pushes;

    BlockingIq(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public List<String> namespaces() {
        return List.of(Ns.BLOCKING);
    }

    @Override
    public List<String> features() {
        return List.of(Ns.BLOCKING, Report.NAMESPACE);
    }

    /** What was complained about, oldest first. */
    List<Report> reports() {
        return List.copyOf(reports);
    }

    @Override
    public @Nullable Element answer(Request request) throws StanzaException {
        Account account = request.own();
        Element payload = request.payload();
        switch (payload.name()) {
            case "blocklist" -> {
                request.from().wantsBlockList = true;
                return list(account);
            }
            case "block" -> {
                block(account, addresses(payload));
                report(account, payload);
            }
            case "unblock" -> unblock(account, addresses(payload));
            default -> throw new StanzaException(Condition.BAD_REQUEST);
        }
        return null;
    }

    @Override
    public void afterwards(Request request) {
        if (request.isSet()) {
            for (Session session : List.copyOf(request.from().account().sessions())) {
                if (session.wantsBlockList) {
                    session.deliver(Element.of("iq", Ns.CLIENT)
                            .with("type", "set")
                            .with("id", "blocks-" + ++pushes)
                            .with("to", session.jid().toString())
                            .add(bare(request.payload())));
                }
            }
        }
    }

    private void report(Account account, Element payload) {
        for (Element item : payload.children()) {
            Jid about = Jid.parse(item.attribute("jid"));
            Report report = about == null ? null : Report.of(account.jid, about, item);
            if (report != null && reports.size() < MOST_REPORTS) {
                reports.add(report);
            }
        }
    }

    /** What other clients hear of a change: who, but not what was complained about. */
    private static Element bare(Element payload) {
        Element bare = Element.of(payload.name(), Ns.BLOCKING);
        for (Element item : payload.children()) {
            bare.child("item", Ns.BLOCKING).with("jid", item.attribute("jid"));
        }
        return bare;
    }

    private static Element list(Account account) {
        Element list = Element.of("blocklist", Ns.BLOCKING);
        account.blocked.forEach(jid -> list.child("item", Ns.BLOCKING).with("jid", jid.toString()));
        return list;
    }

    private void block(Account account, List<Jid> addresses) throws StanzaException {
        if (addresses.isEmpty()) {
            throw new StanzaException(Condition.BAD_REQUEST);
        }
        for (Jid address : addresses) {
            if (account.roster.get(address).from()) {
                switchboard.presences().hide(account, address.bare());
            }
            account.blocked.add(address);
        }
    }

    private void unblock(Account account, List<Jid> addresses) {
        List<Jid> freed = addresses.isEmpty() ? List.copyOf(account.blocked) : addresses;
        freed.forEach(account.blocked::remove);
        for (Jid address : freed) {
            if (account.roster.get(address).from()) {
                switchboard.presences().showAll(account, address.bare());
            }
        }
    }

    private static List<Jid> addresses(Element payload) throws StanzaException {
        List<Jid> addresses = new ArrayList<>();
        for (Element item : payload.children()) {
            Jid jid = Jid.parse(item.attribute("jid"));
            if (jid == null) {
                throw new StanzaException(Condition.JID_MALFORMED);
            }
            addresses.add(jid);
        }
        return addresses;
    }
}
