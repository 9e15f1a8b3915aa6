package org.lamplight.media.device;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lamplight.media.file.FilePlayer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WAV file in place of a microphone: from its start, over and over, as it is. One that cannot be read is silence and one
 * line in the log. For any thread; reads some kilobytes at a time, which the system has read ahead.
 */
public final class SpeakFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpeakFile.class);

    private final Path path;
    private @Nullable FilePlayer player;
    private boolean over;

    /** Opens nothing before the first sample is asked for. */
    public SpeakFile(Path path) {
        this.path = path;
    }

    /** The next samples at 48 kHz; a multiple of {@link FilePlayer#FRAME}. */
    public synchronized short[] next(int samples) {
        short[] sound = new short[samples];
        for (int at = 0; at < samples && !over; at += FilePlayer.FRAME) {
            short[] frame = frame();
            System.arraycopy(frame, 0, sound, at, Math.min(frame.length, samples - at));
        }
        return sound;
    }

    private short[] frame() {
        try {
            FilePlayer now = player;
            if (now == null) {
                now = new FilePlayer(path, true);
                player = now;
            }
            return now.next();
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("{} cannot be read, so the call is silent: {}", path, unreadable.toString());
            close();
            return new short[0];
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        if (player != null) {
            try {
                player.close();
            } catch (IOException late) {
                LOG.trace("after the end", late);
            }
        }
    }
}
