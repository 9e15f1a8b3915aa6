package org.lamplight.media.engine;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.media.mix.MixMinus;
import org.lamplight.media.session.SoundSource;

/**
 * What is sent in a call: the microphone unless it is muted, and with it what others of its conference say; silence while the
 * peer is on hold. Asked by the sending thread; told by any.
 */
final class Speaking implements SoundSource {
    private final Consumer<short[]> sent;
    private final Runnable speaksMuted;
    private final MutedSpeech speech = new MutedSpeech(System::nanoTime);
    private volatile SoundSource from = short[]::new;
    private volatile @Nullable SoundSource others;
    private volatile boolean muted;
    private volatile boolean holding;

    /** {@code sent} gets each piece as it goes out; {@code speaksMuted} runs when one speaks in vain. */
    Speaking(Consumer<short[]> sent, Runnable speaksMuted) {
        this.sent = sent;
        this.speaksMuted = speaksMuted;
    }

    void from(SoundSource source) {
        from = source;
    }

    /** What goes out beside the own voice; null: nothing. */
    void with(@Nullable SoundSource source) {
        others = source;
    }

    void mute(boolean on) {
        muted = on;
    }

    void hold(boolean on) {
        holding = on;
    }

    @Override
    public short[] next(int samples) {
        short[] sound = from.next(samples);
        if (muted && !holding && speech.heard(sound)) {
            speaksMuted.run();
        }
        short[] own = muted || holding ? new short[samples] : sound;
        short[] out = joined(own);
        sent.accept(out);
        return out;
    }

    /** What others say is taken in any case, so that none of it is old when the peer hears it again. */
    private short[] joined(short[] own) {
        SoundSource beside = others;
        if (beside == null) {
            return own;
        }
        short[] voices = beside.next(own.length);
        return holding ? own : MixMinus.all(List.of(own, voices));
    }
}
