package org.lamplight.ldap;

import java.util.Set;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountSession;
import org.lamplight.backend.Backend;
import org.lamplight.backend.BackendContext;
import org.lamplight.backend.BackendId;

/** The back end for accounts of kind {@code ldap}: directories to look people up in. */
@BackendId("ldap")
public final class LdapBackend implements Backend {
    @Override
    public String id() {
        return "ldap";
    }

    @Override
    public Set<String> accountKinds() {
        return Set.of("ldap");
    }

    @Override
    public AccountSession open(Account account, BackendContext context) {
        return new LdapSession(account, context);
    }
}
