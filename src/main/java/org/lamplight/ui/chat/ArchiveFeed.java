package org.lamplight.ui.chat;

import org.jspecify.annotations.Nullable;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the server's archive for what is older than all that is here, once at a time and until it has no more. EDT. */
final class ArchiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveFeed.class);
    private static final int NOTICED_AFTER_MS = 300;

    private final Domain domain;
    private final String peer;
    private final Runnable changed;
    private Edt.@Nullable Pending pending;
    private boolean asking;
    private boolean slow;
    private boolean done;

    /** @param changed hears that {@link #slow} differs */
    ArchiveFeed(Domain domain, String peer, Runnable changed) {
        this.domain = domain;
        this.peer = peer;
        this.changed = changed;
    }

    boolean slow() {
        return slow;
    }

    void older() {
        if (asking || done) {
            return;
        }
        asking = true;
        pending = Edt.after(NOTICED_AFTER_MS, () -> slow(true));
        Question.ask(domain.core(), () -> domain.chats().older(peer), this::answered, this::refused);
    }

    private void answered(boolean more) {
        done = !more;
        finished();
    }

    /** Not said: nothing of the user's was lost, and the next look further up asks again. */
    private void refused(String sentence) {
        LOG.info("Earlier messages could not be fetched: {}", sentence);
        finished();
    }

    /** What it gave is shown. */
    void came() {
        if (!asking) {
            slow(false);
        }
    }

    private void finished() {
        asking = false;
        if (pending != null) {
            pending.cancel();
        }
        slow(false);
    }

    private void slow(boolean now) {
        if (slow != now) {
            slow = now;
            changed.run();
        }
    }
}
