package org.lamplight.media.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.lamplight.media.rate.Resampler;

/**
 * A WAV file as frames of 10 ms at 48 kHz, once or over and over: a ringing tone, music on hold, an announcement. Blocks on
 * the disk; for one thread.
 */
public final class FilePlayer implements AutoCloseable {
    /** Samples per second of what is given. */
    public static final int RATE = 48_000;
    /** Samples of a frame. */
    public static final int FRAME = RATE / 100;

    private static final int PIECE = 1_024;

    private final WavReader file;
    private final Resampler resampler;
    private final boolean looped;
    private final Deque<short[]> ready = new ArrayDeque<>();
    private int samples;
    private boolean ended;

    /** Opens the file at its beginning; throws {@link IOException} if it cannot be read or is empty. */
    public FilePlayer(Path path, boolean looped) throws IOException {
        this.file = WavReader.open(path);
        this.looped = looped;
        this.resampler = new Resampler(file.rate(), RATE);
        if (file.length() == 0) {
            file.close();
            throw new IOException("an empty file");
        }
    }

    /** The next frame; its end is silent where the file ends within it. Silence after the end. */
    public short[] next() throws IOException {
        while (samples < FRAME && !ended) {
            fill();
        }
        short[] frame = new short[FRAME];
        int at = 0;
        while (at < FRAME && !ready.isEmpty()) {
            short[] piece = ready.pop();
            int count = Math.min(piece.length, FRAME - at);
            System.arraycopy(piece, 0, frame, at, count);
            at += count;
            if (count < piece.length) {
                ready.push(Arrays.copyOfRange(piece, count, piece.length));
            }
        }
        samples -= at;
        return frame;
    }

    private void fill() throws IOException {
        short[] piece = file.read(PIECE);
        if (piece.length == 0 && looped) {
            file.rewind();
            return;
        }
        if (piece.length == 0) {
            ended = true;
            piece = new short[(int) Math.ceil(resampler.delaySeconds() * file.rate())];
        }
        short[] sound = resampler.process(piece);
        ready.add(sound);
        samples += sound.length;
    }

    /** Whether all was given; never if looped. */
    public boolean ended() {
        return ended && samples == 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
