package org.lamplight.office.xmpp;

import org.lamplight.office.xmpp.xml.Element;

/** A component's line to the server. Thread-safe; nothing here blocks but for the server's lock. */
public final class ComponentLine {
    private final Switchboard switchboard;
    private final String domain;

    ComponentLine(Switchboard switchboard, String domain) {
        this.switchboard = switchboard;
        this.domain = domain;
    }

    /** The component's own domain. */
    public String domain() {
        return domain;
    }

    /** Sends a copy of a stanza to an address of the server's domain; nothing happens if nobody is there. */
    public void send(Jid to, Element stanza) {
        synchronized (switchboard) {
            switchboard.fromComponent(to, stanza);
        }
    }

    /** Whether the server has such an account. */
    public boolean isAccount(Jid person) {
        synchronized (switchboard) {
            return switchboard.account(person) != null;
        }
    }

    /** Does something with the server's lock held, such as what guards the component's own state. */
    public void locked(Runnable work) {
        synchronized (switchboard) {
            work.run();
        }
    }
}
