package org.lamplight.office.xmpp;

import org.lamplight.office.xmpp.xml.Element;

/** A session of somebody who lives in this JVM: no socket, else like any client. Thread-safe. */
public interface LocalClient {
    Jid jid();

    /** Sends a stanza; the server sets its sender. */
    void send(Element stanza);

    /** Goes offline and ends the session; nothing happens if it has ended. */
    void close();
}
