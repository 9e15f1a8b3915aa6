package org.lamplight.media.voice;

import java.util.concurrent.atomic.AtomicBoolean;
import org.lamplight.call.VoiceWishes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads its library when the first voice is to be cleaned, which takes a fifth of a second, or {@link #load} before that.
 * Where the library is not there, the voice stays as it is.
 */
public final class LateCleaner implements VoiceCleaner {
    private static final Logger LOG = LoggerFactory.getLogger(LateCleaner.class);

    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile VoiceCleaner cleaner = NONE;
    private volatile VoiceWishes wishes = VoiceWishes.ALL;
    private boolean closed;

    /** Loads the library unless that was done; whoever calls this waits for it, and nobody else. */
    public void load() {
        if (!begun.getAndSet(true)) {
            take(loaded());
        }
    }

    private static VoiceCleaner loaded() {
        try {
            return new WebRtcCleaner(VoiceWishes.NONE);
        } catch (LinkageError | RuntimeException missing) {
            LOG.info("Echo and noise stay in calls, for their filter does not load: {}", missing.toString());
            return NONE;
        }
    }

    private synchronized void take(VoiceCleaner loaded) {
        if (closed) {
            loaded.close();
        } else {
            loaded.wish(wishes);
            cleaner = loaded;
        }
    }

    @Override
    public synchronized void wish(VoiceWishes wanted) {
        wishes = wanted;
        cleaner.wish(wanted);
    }

    @Override
    public void played(short[] frame) {
        cleaner.played(frame);
    }

    @Override
    public short[] cleaned(short[] frame) {
        if (!wishes.isAny()) {
            return frame;
        }
        load();
        return cleaner.cleaned(frame);
    }

    @Override
    public synchronized void close() {
        closed = true;
        cleaner.close();
        cleaner = NONE;
    }
}
