package org.lamplight.lab;

import java.nio.file.Path;
import java.util.List;

/** Where an XMPP server with some accounts of the domain localhost can be reached. */
public interface XmppAt extends AutoCloseable {
    String DOMAIN = "localhost";

    /** Who has an account there. */
    List<String> USERS = List.of("ada", "bob", "cleo", "dan", "eve", "fay", "gus", "hal", "ida", "jon", "kim");

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
