package org.lamplight.media.device;

import java.io.IOException;
import java.util.List;

/** The devices of this machine. Everything here may block, some of it for ever where a sound server hangs. */
public interface SoundSystem {
    /** Samples of 10 ms at 48 kHz. */
    int FRAME = 480;

    /** Which way sound goes through a device. */
    enum Way {
        IN,
        OUT
    }

    /** Names of the devices that are there now, without the default one. Empty also means: none but the default. */
    List<String> names(Way way);

    /** Whether there is any device. */
    boolean isThere(Way way);

    /** Opens the microphone with this name, or the system's default one if there is none such. */
    Capture capture(String name) throws IOException;

    /** Opens the loudspeaker with this name, or the system's default one if there is none such. */
    Playback playback(String name) throws IOException;

    /** An open microphone. */
    interface Capture extends AutoCloseable {
        /** The next 10 ms at 48 kHz; waits for them. */
        short[] read() throws IOException;

        @Override
        void close();
    }

    /** An open loudspeaker. */
    interface Playback extends AutoCloseable {
        /** Plays 10 ms at 48 kHz; waits while there is enough to be played. */
        void write(short[] frame) throws IOException;

        @Override
        void close();
    }
}
