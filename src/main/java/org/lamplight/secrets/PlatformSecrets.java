package org.lamplight.secrets;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.Secrets;

/** The store of the platform this runs on, found when it is first needed. From any thread but core and the EDT. */
public final class PlatformSecrets implements Secrets {
    private @Nullable Secrets found;

    private synchronized Secrets store() {
        Secrets store = found;
        if (store == null) {
            store = System.getProperty("os.name", "").equals("Linux") ? new SecretServiceStore() : new NoSecrets();
            found = store;
        }
        return store;
    }

    @Override
    public boolean available() {
        return store().available();
    }

    @Override
    public Optional<char[]> find(String accountId) {
        return store().find(accountId);
    }

    @Override
    public boolean keep(String accountId, char[] password) {
        return store().keep(accountId, password);
    }

    @Override
    public void forget(String accountId) {
        store().forget(accountId);
    }
}
