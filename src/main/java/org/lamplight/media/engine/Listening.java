package org.lamplight.media.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.lamplight.media.device.DeviceChoice;
import org.lamplight.media.file.WavTape;
import org.lamplight.media.file.WavWriter;

/** Where what comes in a call goes: to the loudspeaker, into a file, or nowhere. For any thread. */
final class Listening implements AutoCloseable {
    private static final int RATE = 48_000;

    private final String callId;
    private final Executor disk;
    /** A file that was left in mid-call goes on where it was if it is chosen again. */
    private final Map<Path, WavTape> tapes = new HashMap<>();

    private @Nullable WavTape tape;
    private boolean aloud;
    private boolean closed;

    Listening(String callId, Executor disk) {
        this.callId = callId;
        this.disk = disk;
    }

    synchronized void choose(DeviceChoice device) {
        aloud = device.isDevice();
        tape = closed ? null : device.listenFile(callId).map(this::tape).orElse(null);
    }

    private WavTape tape(Path file) {
        return tapes.computeIfAbsent(
                file,
                path -> new WavTape(
                        path.toString(),
                        () -> {
                            Files.deleteIfExists(path);
                            return new WavWriter(path, RATE, 1);
                        },
                        disk));
    }

    /** Takes 10 ms; gives what the loudspeaker is to play of it. */
    synchronized Optional<short[]> hear(short[] sound) {
        if (tape != null) {
            tape.write(sound);
        }
        return aloud ? Optional.of(sound) : Optional.empty();
    }

    /** The files are whole as soon as the disk is through. */
    @Override
    public synchronized void close() {
        closed = true;
        tape = null;
        tapes.values().forEach(WavTape::close);
    }
}
