package org.lamplight.office.xmpp;

import org.lamplight.office.xmpp.xml.Element;
import org.lamplight.office.xmpp.xml.StreamException;

/** A connection whose client has a session: all that comes is the session's. */
final class SessionStage implements Connection.Stage {
    private final ClientSession session;
    private final Connection connection;

    SessionStage(ClientSession session, Connection connection) {
        this.session = session;
        this.connection = connection;
    }

    @Override
    public void received(Element element) throws StreamException {
        session.received(connection, element);
    }

    @Override
    public Element features() {
        return Element.of("stream:features", Ns.CLIENT);
    }

    @Override
    public void ended(boolean orderly) {
        session.ended(connection, orderly);
    }
}
