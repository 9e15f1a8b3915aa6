package org.lamplight.media.codec;

/** The 24 taps that split sound into two bands and join them again (G.722, sections 3.1 and 4.4, table 4/11). */
final class MirrorFilter {
    private static final int[] TAPS = {3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11};

    private final int[] line = new int[2 * TAPS.length];

    /** Takes two samples, the earlier one first. */
    void push(int first, int second) {
        System.arraycopy(line, 2, line, 0, line.length - 2);
        line[line.length - 2] = first;
        line[line.length - 1] = second;
    }

    /** Takes as much of the end of a sound as it holds. */
    void pushEnd(short[] sound) {
        for (int i = Math.max(0, sound.length - line.length); i + 1 < sound.length; i += 2) {
            push(sound[i], sound[i + 1]);
        }
    }

    /** The taps in their order over every first sample of a pair. */
    int odd() {
        return sum(0, false);
    }

    /** The mirrored taps over every second sample. */
    int even() {
        return sum(1, true);
    }

    private int sum(int phase, boolean mirrored) {
        int sum = 0;
        for (int i = 0; i < TAPS.length; i++) {
            sum += line[2 * i + phase] * TAPS[mirrored ? TAPS.length - 1 - i : i];
        }
        return sum;
    }
}
