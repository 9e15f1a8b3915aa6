package org.lamplight.media.engine;

import java.util.function.Consumer;
import org.lamplight.media.session.SoundSource;

/**
 * What is sent in a call: the microphone, or silence while it is muted or the peer is on hold. Asked by the sending
 * thread; told by any.
 */
final class Speaking implements SoundSource {
    private final Consumer<short[]> sent;
    private final Runnable speaksMuted;
    private final MutedSpeech speech = new MutedSpeech(System::nanoTime);
    private volatile SoundSource from = short[]::new;
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
        short[] out = muted || holding ? new short[samples] : sound;
        sent.accept(out);
        return out;
    }
}
