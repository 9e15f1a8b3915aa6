package org.lamplight.call;

import java.io.IOException;

/** Sound for calls. Discovered; a client without one has no softphone. From any thread. */
public interface MediaEngine extends AutoCloseable {

    /** Opens ports for a call; nothing is heard or sent yet. */
    MediaSession open(MediaWishes wishes, MediaListener listener) throws IOException;

    /** There will be calls: what makes the first one slow may be done now, aside. Once is enough. */
    void prepare();

    AudioDevices devices();

    /** Plays a tone until what this returns is closed; returns at once, and is silent where there is no device. */
    Playing play(CallTone tone);

    /** What can be ended. */
    interface Playing extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    void close();
}
