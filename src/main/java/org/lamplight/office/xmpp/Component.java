package org.lamplight.office.xmpp;

import org.lamplight.office.xmpp.xml.Element;

/**
 * A service at a domain of its own beside the server's, as XEP-0114 has them, but in this JVM. All calls come with the
 * server's lock held, on whatever thread sent the stanza: they never block.
 */
public interface Component {
    /** What service discovery calls it; for people. */
    String name();

    /** Takes a stanza from a session; {@code from} is its full address, {@code to} one at the component's domain. */
    void received(Element stanza, Jid from, Jid to);

    /** The server ends: the last chance to say so. */
    default void closing() {}
}
