package org.lamplight.office.xmpp;

import java.util.function.Consumer;
import org.lamplight.office.xmpp.xml.Element;

/** The session behind a {@link LocalClient}. */
final class LocalSession extends Session implements LocalClient {
    private final Switchboard switchboard;
    private final Consumer<Element> inbox;

    LocalSession(Switchboard switchboard, Account account, String resource, Consumer<Element> inbox) {
        super(account, resource);
        this.switchboard = switchboard;
        this.inbox = inbox;
    }

    @Override
    void deliver(Element stanza) {
        inbox.accept(stanza);
    }

    @Override
    void end(String condition) {
        switchboard.end(this);
    }

    @Override
    boolean isRemote() {
        return false;
    }

    @Override
    public void send(Element stanza) {
        switchboard.received(this, stanza);
    }

    @Override
    public void close() {
        switchboard.end(this);
    }
}
