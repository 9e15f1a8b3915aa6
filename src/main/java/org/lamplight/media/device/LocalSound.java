package org.lamplight.media.device;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The devices of this machine: those of its sound server where there is one, and otherwise those that Java finds. */
public final class LocalSound implements SoundSystem {
    private final SoundSystem java = new JavaSound();
    private @Nullable PulseSound pulse;
    private boolean loaded;

    /** Loads the libraries of the sound server when they are first asked for, for that takes time. */
    private synchronized Optional<PulseSound> pulse() {
        if (!loaded) {
            pulse = PulseSound.load(null).orElse(null);
            loaded = true;
        }
        return Optional.ofNullable(pulse);
    }

    /** A server may start and stop while the program runs, so this is asked each time. */
    private SoundSystem of(Way way) {
        Optional<PulseSound> server = pulse().filter(one -> one.isThere(way));
        return server.isPresent() ? server.get() : java;
    }

    @Override
    public List<String> names(Way way) {
        List<String> names = pulse().map(server -> server.names(way)).orElse(List.of());
        return names.isEmpty() ? java.names(way) : names;
    }

    @Override
    public boolean isThere(Way way) {
        return of(way).isThere(way);
    }

    @Override
    public Capture capture(String name) throws IOException {
        return of(Way.IN).capture(name);
    }

    @Override
    public Playback playback(String name) throws IOException {
        return of(Way.OUT).playback(name);
    }
}
