package org.lamplight.office.sip.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lamplight.office.sip.transaction.Transactions;

/** The nonces that were given out, how long they hold, and how often each was used. On the server's thread. */
final class Nonces {
    private static final int MOST = 20_000;

    private static final class Nonce {
        private final Instant until;
        private long used;

        private Nonce(Instant until) {
            this.until = until;
        }
    }

    private final Clock clock;
    private final Duration lifetime;
    private final Map<String, Nonce> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Nonce> eldest) {
            return size() > MOST || clock.instant().isAfter(eldest.getValue().until);
        }
    };

    Nonces(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    String fresh() {
        String name = Transactions.unique() + Transactions.unique();
        known.put(name, new Nonce(clock.instant().plus(lifetime)));
        return name;
    }

    /** Whether the nonce still holds, and its count is a new one; then the count is used up (RFC 7616 section 3.4). */
    boolean use(String name, long count) {
        Nonce nonce = known.get(name);
        if (nonce == null || clock.instant().isAfter(nonce.until) || count <= nonce.used) {
            return false;
        }
        nonce.used = count;
        return true;
    }
}
