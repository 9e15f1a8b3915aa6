package org.lamplight.media.device;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Sound between two clocks that are not quite the same. Too little is silence, after which a little more is waited for;
 * too much is thrown away, the oldest first. Whoever asks never waits. For any thread.
 */
public final class DriftQueue implements MicrophoneListener {
    /** Sound older than this is late enough to be noticed: 80 ms. */
    private static final int MOST = 8 * SoundSystem.FRAME;
    /** What is left then. */
    private static final int KEPT = 3 * SoundSystem.FRAME;

    private final Deque<short[]> pieces = new ArrayDeque<>();
    private int samples;

    /** Adds a piece, which is not to be changed any more. */
    @Override
    public synchronized void put(short[] piece) {
        pieces.addLast(piece);
        samples += piece.length;
        while (samples > MOST) {
            drop(samples - KEPT);
        }
    }

    private void drop(int count) {
        take(Math.min(count, samples));
    }

    /** So many samples; silence if there are not as many. */
    public synchronized short[] take(int count) {
        if (samples < count) {
            return new short[count];
        }
        short[] sound = new short[count];
        int at = 0;
        while (at < count) {
            short[] piece = pieces.removeFirst();
            int part = Math.min(piece.length, count - at);
            System.arraycopy(piece, 0, sound, at, part);
            if (part < piece.length) {
                pieces.addFirst(Arrays.copyOfRange(piece, part, piece.length));
            }
            at += part;
        }
        samples -= count;
        return sound;
    }

    /** Forgets what is left of a device that was closed. */
    public synchronized void clear() {
        pieces.clear();
        samples = 0;
    }
}
