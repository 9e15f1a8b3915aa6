package org.lamplight.media.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.lamplight.media.file.WavTape;
import org.lamplight.media.file.WavWriter;
import org.lamplight.media.rate.Resampler;

/**
 * Both sides of a call in one file: what is said here on the left, what comes on the right, at 16 kHz. The two come from
 * two threads in pieces of different lengths; one that stays behind for too long was silent meanwhile.
 */
final class Recording implements AutoCloseable {
    /** Samples per second in the file: enough for voices, and an hour is 230 megabytes. */
    static final int RATE = 16_000;

    private static final int FROM = 48_000;
    private static final int MOST_AHEAD = RATE / 4;

    private final WavTape tape;
    private final Side here = new Side();
    private final Side there = new Side();

    private static final class Side {
        final Resampler resampler = new Resampler(FROM, RATE);
        short[] waiting = new short[0];

        void add(short[] sound) {
            short[] more = resampler.process(sound);
            short[] all = Arrays.copyOf(waiting, waiting.length + more.length);
            System.arraycopy(more, 0, all, waiting.length, more.length);
            waiting = all;
        }

        short[] take(int count) {
            short[] first = Arrays.copyOf(waiting, count);
            int used = Math.min(count, waiting.length);
            waiting = Arrays.copyOfRange(waiting, used, waiting.length);
            return first;
        }
    }

    private Recording(WavTape tape) {
        this.tape = tape;
    }

    /** Begins the file, which must not be there yet; {@code disk} writes it. */
    static Recording into(Path file, Executor disk) throws IOException {
        WavWriter writer = new WavWriter(file, RATE, 2);
        return new Recording(new WavTape(file.toString(), () -> writer, disk));
    }

    /** What is said here, at 48 kHz. */
    synchronized void here(short[] sound) {
        here.add(sound);
        write();
    }

    /** What comes from the peer, at 48 kHz. */
    synchronized void there(short[] sound) {
        there.add(sound);
        write();
    }

    private void write() {
        int both = Math.min(here.waiting.length, there.waiting.length);
        int most = Math.max(here.waiting.length, there.waiting.length);
        write(most - both > MOST_AHEAD ? most : both);
    }

    private void write(int count) {
        short[] left = here.take(count);
        short[] right = there.take(count);
        short[] pairs = new short[2 * count];
        for (int i = 0; i < count; i++) {
            pairs[2 * i] = left[i];
            pairs[2 * i + 1] = right[i];
        }
        if (count > 0) {
            tape.write(pairs);
        }
    }

    @Override
    public synchronized void close() {
        write(Math.max(here.waiting.length, there.waiting.length));
        tape.close();
    }
}
