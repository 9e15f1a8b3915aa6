package org.lamplight.chat.files;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who moves files for which account. Core only. */
final class Carriers {
    private final Map<String, FileCarrier> all = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    void add(String account, FileCarrier carrier) {
        all.put(account, carrier);
    }

    void remove(String account) {
        all.remove(account);
        open.remove(account);
    }

    void open(String account, boolean isOpen) {
        if (isOpen) {
            open.add(account);
        } else {
            open.remove(account);
        }
    }

    /** Fetching needs no session, only to know whom the account trusts. */
    Optional<FileCarrier> fetching(String account) {
        return Optional.ofNullable(all.get(account));
    }

    /** Sending asks the server for a place first. */
    Optional<FileCarrier> sending(String account) {
        return fetching(account).filter(any -> open.contains(account));
    }
}
