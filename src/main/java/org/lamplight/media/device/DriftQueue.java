package org.lamplight.media.device;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Sound between two clocks that are not quite the same. Too little is silence, after which a little more is waited for;
 * too much is thrown away, the oldest first. What lies there all the time without being needed is only delay, and goes too:
 * the more, the steadier the two are. Whoever asks never waits. For any thread.
 */
public final class DriftQueue implements MicrophoneListener {
    /** Sound older than this is late enough to be noticed: 80 ms. */
    private static final int MOST = 8 * SoundSystem.FRAME;
    /** What is left then. */
    private static final int KEPT = 3 * SoundSystem.FRAME;

    /** So often it is looked whether all that lies there is needed: once in a second or half of one. */
    private static final int WATCHED = 50;
    /** Left in any case, and more of it after each time that there was too little. */
    private static final int LEAST_MARGIN = SoundSystem.FRAME / 2;

    private static final int MOST_MARGIN = 4 * SoundSystem.FRAME;
    /** Two pieces that did not follow each other are faded into each other for so long, 2.5 ms, so that nothing clicks. */
    private static final int FADE = SoundSystem.FRAME / 4;

    private final Deque<short[]> pieces = new ArrayDeque<>();
    private int samples;
    private int margin = LEAST_MARGIN;
    private int leastLeft = Integer.MAX_VALUE;
    private int taken;
    private boolean begun;

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
        cut(Math.min(count, samples));
    }

    /** So many samples; silence if there are not as many. */
    public synchronized short[] take(int count) {
        if (samples < count) {
            if (begun) {
                begun = false;
                margin = Math.min(MOST_MARGIN, margin + SoundSystem.FRAME);
            }
            return new short[count];
        }
        begun = true;
        short[] sound = cut(count);
        leastLeft = Math.min(leastLeft, samples);
        if (++taken == WATCHED) {
            int idle = leastLeft - margin;
            taken = 0;
            leastLeft = Integer.MAX_VALUE;
            return idle > SoundSystem.FRAME / 2 ? without(idle, sound) : sound;
        }
        return sound;
    }

    /** The end of this piece fades into what comes later by {@code idle}. */
    private short[] without(int idle, short[] sound) {
        int fade = Math.min(FADE, Math.min(idle, sound.length));
        drop(idle - fade);
        short[] later = cut(fade);
        int from = sound.length - fade;
        for (int i = 0; i < fade; i++) {
            sound[from + i] = (short) ((sound[from + i] * (fade - i) + later[i] * i) / fade);
        }
        return sound;
    }

    private short[] cut(int count) {
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
        margin = LEAST_MARGIN;
        leastLeft = Integer.MAX_VALUE;
        taken = 0;
        begun = false;
    }
}
