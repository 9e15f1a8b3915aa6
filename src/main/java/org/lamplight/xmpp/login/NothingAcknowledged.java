package org.lamplight.xmpp.login;

import java.io.IOException;

/** The server has not acknowledged for long what we sent (XEP-0198): what it keeps of the session is not to be relied on. */
public final class NothingAcknowledged extends IOException {
    private static final long serialVersionUID = 1L;

    public NothingAcknowledged() {
        super("the server acknowledges nothing");
    }
}
