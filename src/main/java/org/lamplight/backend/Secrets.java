package org.lamplight.backend;

import java.util.Optional;

/** Where a platform keeps passwords. Calls may take seconds, or ask the user to unlock: never on core or the EDT. */
public interface Secrets {

    /** Whether the platform's store is there at all. */
    boolean available();

    Optional<char[]> find(String accountId);

    /** Keeps it; false if the store is not there or refused. */
    boolean keep(String accountId, char[] password);

    void forget(String accountId);
}
