package org.lamplight.sip.call;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Calls;
import org.lamplight.call.Cause;
import org.lamplight.call.MediaListener;
import org.lamplight.call.MediaSession;
import org.lamplight.call.Remote;
import org.lamplight.core.Texts;

/** Tells the program, on core, how one call does. Any thread. */
final class Teller implements MediaListener {
    private static final Texts TEXTS = Texts.of(Teller.class);

    private final Executor core;
    private final Executor thread;
    private final Calls calls;
    private final String id;
    private volatile boolean quiet;

    Teller(Executor core, Executor thread, Calls calls, String id) {
        this.core = core;
        this.thread = thread;
        this.calls = calls;
        this.id = id;
    }

    /** The same call under way once more, of which nothing is told until {@link #speak}. */
    Teller silent() {
        Teller other = new Teller(core, thread, calls, id);
        other.quiet = true;
        return other;
    }

    void speak() {
        quiet = false;
    }

    private void tell(Consumer<Calls> news) {
        if (!quiet) {
            core.execute(() -> news.accept(calls));
        }
    }

    void ringing() {
        tell(all -> all.ringing(id));
    }

    void early() {
        tell(all -> all.early(id));
    }

    void connected() {
        tell(all -> all.connected(id));
    }

    void sounds(MediaSession media) {
        tell(all -> all.sounds(id, media));
    }

    void held(boolean on) {
        tell(all -> all.held(id, on));
    }

    void heldByPeer(boolean on) {
        tell(all -> all.heldByPeer(id, on));
    }

    void remote(Remote remote) {
        tell(all -> all.remote(id, remote));
    }

    void notice(String sentence) {
        tell(all -> all.notice(id, sentence));
    }

    /** The call is over; then its media are closed, for core still wants to know how they did. */
    void ended(Cause cause, @Nullable MediaSession media) {
        boolean told = !quiet;
        core.execute(() -> {
            if (told) {
                calls.ended(id, cause);
            }
            if (media != null) {
                close(media);
            }
        });
    }

    /** These media are not the call's any more. */
    void replaced(MediaSession media) {
        core.execute(() -> close(media));
    }

    private void close(MediaSession media) {
        try {
            thread.execute(media::close);
        } catch (RejectedExecutionException theThreadIsGone) {
            media.close();
        }
    }

    @Override
    public void keyPressed(char key) {
        tell(all -> all.keyPressed(id, key));
    }

    @Override
    public void unproven() {
        notice(TEXTS.get("sound.unproven"));
    }

    @Override
    public void speaksMuted() {
        tell(all -> all.speaksMuted(id));
    }
}
