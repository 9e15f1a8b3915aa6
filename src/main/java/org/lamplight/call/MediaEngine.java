package org.lamplight.call;

import java.io.IOException;
import java.util.function.DoubleConsumer;

/** Sound for calls. Discovered; a client without one has no softphone. From any thread. */
public interface MediaEngine extends AutoCloseable {

    /** Opens ports for a call; nothing is heard or sent yet. */
    MediaSession open(MediaWishes wishes, MediaListener listener) throws IOException;

    /** There will be calls: what makes the first one slow may be done now, aside. Once is enough. */
    void prepare();

    AudioDevices devices();

    /** What is done to the voice from now on; in the beginning all of it. Where it can't be done, nothing is. */
    void clean(VoiceWishes wishes);

    /** Plays a tone until what this returns is closed; returns at once, and is silent where there is no device. */
    Playing play(CallTone tone);

    /**
     * Has the microphone listened to until what this returns is closed, and tells ten times a second how loud it is there:
     * 0 for silence to 1 for as loud as can be. On a thread of its own, which is not to be kept waiting.
     */
    Playing listen(DoubleConsumer loudness);

    /** What can be ended. */
    interface Playing extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    void close();
}
