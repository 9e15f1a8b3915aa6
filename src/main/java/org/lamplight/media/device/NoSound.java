package org.lamplight.media.device;

import java.io.IOException;
import java.util.List;

/** A machine without any sound. */
public final class NoSound implements SoundSystem {
    @Override
    public List<String> names(Way way) {
        return List.of();
    }

    @Override
    public boolean isThere(Way way) {
        return false;
    }

    @Override
    public Capture capture(String name) throws IOException {
        throw new IOException("no microphone");
    }

    @Override
    public Playback playback(String name) throws IOException {
        throw new IOException("no loudspeaker");
    }
}
