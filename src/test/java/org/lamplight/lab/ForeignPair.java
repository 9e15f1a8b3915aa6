package org.lamplight.lab;

import java.nio.file.Path;

/** Ada with our client and Bob with another, at a server of their own. */
public record ForeignPair(Prosody server, Person ada, ForeignClient bob) implements AutoCloseable {

    /** Both are online; Bob's script lies beside {@code owner}. */
    public static ForeignPair online(Class<?> owner, String script, Path folder) throws Exception {
        Prosody server = new Prosody(folder.resolve("server"));
        try {
            Person ada = Person.at(folder, "ada").signIn(server);
            return new ForeignPair(server, ada, new ForeignClient(owner, script, folder, server));
        } catch (Exception | AssertionError failed) {
            server.close();
            throw failed;
        }
    }

    @Override
    public void close() throws Exception {
        bob.close();
        ada.close();
        server.close();
    }
}
