package org.lamplight.office.xmpp;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that can be resumed after a cut (XEP-0198 section 5), for a while. Guarded by the switchboard's monitor; the
 * clock's thread takes it too.
 */
final class Hibernation {
    private final Switchboard switchboard;
    private final ScheduledExecutorService clock;
    private final Duration patience;
    private final Map<String, ClientSession> resumable = new HashMap<>();

    Hibernation(Switchboard switchboard, ScheduledExecutorService clock, Duration patience) {
        this.patience = patience;
        this.switchboard = switchboard;
        this.clock = clock;
    }

    /** How long a session waits, in whole seconds as the protocol says it. */
    long seconds() {
        return Math.max(1, patience.toSeconds());
    }

    String register(ClientSession session) {
        String id = UUID.randomUUID().toString();
        resumable.put(id, session);
        return id;
    }

    void forget(String id) {
        resumable.remove(id);
    }

    @Nullable
    ClientSession find(String id, String user) {
        ClientSession session = resumable.get(id);
        return session != null && session.jid().local().equals(user) ? session : null;
    }

    /** Ends the session later, unless it has been resumed until then. */
    void sleep(ClientSession session) {
        int cuts = session.cuts();
        clock.schedule(
                () -> {
                    synchronized (switchboard) {
                        if (session.cuts() == cuts && session.isCut()) {
                            session.finish();
                        }
                    }
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
