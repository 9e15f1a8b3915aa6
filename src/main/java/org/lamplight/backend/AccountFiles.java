package org.lamplight.backend;

import java.io.IOException;
import java.util.List;

/** Keeps account files. Blocking; called on the registry's own thread. */
public interface AccountFiles {
    List<Account> all();

    void save(Account account) throws IOException;

    void delete(String id) throws IOException;
}
