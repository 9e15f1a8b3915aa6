package org.lamplight.secrets;

import java.util.Optional;
import org.lamplight.backend.Secrets;

/** A platform without a store for passwords, or whose store is not supported. */
public final class NoSecrets implements Secrets {
    @Override
    public boolean available() {
        return false;
    }

    @Override
    public Optional<char[]> find(String accountId) {
        return Optional.empty();
    }

    @Override
    public boolean keep(String accountId, char[] password) {
        return false;
    }

    @Override
    public void forget(String accountId) {
        // nothing is kept
    }
}
