package org.lamplight.media.session;

/** Where what is sent comes from: a microphone, a mixer, a file. */
@FunctionalInterface
public interface SoundSource {
    /** The next samples at 48 kHz, exactly this many. Called on the sending thread, which must not wait. */
    short[] next(int samples);
}
