package org.lamplight.media.engine;

import org.jspecify.annotations.Nullable;
import org.lamplight.media.mix.Mixer;

/**
 * One call's place in a conference: what comes in it goes to the others, and what they say goes out in it. For any thread; waits
 * for nobody.
 */
final class Conferring implements AutoCloseable {
    private final Mixer mixer;
    private final Speaking speaking;
    private volatile Mixer.@Nullable Party party;
    private volatile boolean apart;
    private boolean closed;

    Conferring(Mixer mixer, Speaking speaking) {
        this.mixer = mixer;
        this.speaking = speaking;
    }

    /** Is in this conference from now on; null: in none. */
    synchronized void join(@Nullable String conference) {
        Mixer.Party before = party;
        Mixer.Party now = conference == null || closed ? null : mixer.join(conference);
        party = now;
        speaking.with(now == null ? null : now::hears);
        if (before != null) {
            before.close();
        }
    }

    /** Whoever is on hold, here or there, is not heard by the others: there may be music. */
    void apart(boolean on) {
        apart = on;
    }

    /** Takes 10 ms of what came from the peer. On the playing thread. */
    void came(short[] sound) {
        Mixer.Party here = party;
        if (here != null && !apart) {
            here.says(sound);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        join(null);
    }
}
