package org.lamplight.office.xmpp;

import java.util.Collection;
import java.util.List;
import org.lamplight.office.xmpp.xml.Element;

/** Copies of chats for a person's other clients (XEP-0280). */
final class Carbons {

    void sent(Session from, Element message) {
        copy(from.account(), List.of(from), message, "sent");
    }

    void received(Account account, Collection<Session> already, Element message) {
        copy(account, already, message, "received");
    }

    private static void copy(Account account, Collection<Session> already, Element message, String how) {
        if (account.sessions().size() < 2 || !worthIt(message)) {
            return;
        }
        for (Session session : List.copyOf(account.sessions())) {
            if (session.wantsCarbons && !already.contains(session)) {
                Element copy = Element.of("message", Ns.CLIENT)
                        .with("from", account.jid.toString())
                        .with("to", session.jid().toString())
                        .with("type", message.attribute("type", "chat"));
                copy.child(how, Ns.CARBONS).child("forwarded", Ns.FORWARD).add(message);
                session.deliver(copy);
            }
        }
    }

    private static boolean worthIt(Element message) {
        boolean chat = message.attribute("type", "normal").equals("chat") || message.childText("body") != null;
        return chat
                && message.find("private", Ns.CARBONS) == null
                && message.find("sent", Ns.CARBONS) == null
                && message.find("received", Ns.CARBONS) == null
                && !message.attribute("type", "").equals("groupchat");
    }
}
