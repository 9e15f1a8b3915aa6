package org.lamplight.lab;

import java.nio.file.Path;

/** Where an XMPP server with the accounts ada, bob, cleo, dan and eve of the domain localhost can be reached. */
public interface XmppAt extends AutoCloseable {
    String DOMAIN = "localhost";

    /** With STARTTLS. */
    int port();

    /** With TLS from the first byte. */
    int tlsPort();

    /** Whom to trust. */
    Path trust();

    static String password(String user) {
        return "secret-" + user;
    }

    @Override
    void close() throws Exception;
}
