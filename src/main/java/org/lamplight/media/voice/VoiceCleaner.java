package org.lamplight.media.voice;

import org.lamplight.call.VoiceWishes;

/**
 * Takes echo and noise out of what a microphone hears. Frames are 10 ms at 48 kHz, mono. One thread gives what is played, one
 * what is heard; wishes come from any. Until it is closed.
 */
public interface VoiceCleaner extends AutoCloseable {
    /** Where nothing can be done: the voice stays as it is. */
    VoiceCleaner NONE = new VoiceCleaner() {
        @Override
        public void wish(VoiceWishes wishes) {}

        @Override
        public void played(short[] frame) {}

        @Override
        public short[] cleaned(short[] frame) {
            return frame;
        }

        @Override
        public void close() {}
    };

    void wish(VoiceWishes wishes);

    /** This goes to the loudspeaker now. */
    void played(short[] frame);

    /** What the microphone heard, cleaned; late by some 10 ms. */
    short[] cleaned(short[] frame);

    @Override
    void close();
}
