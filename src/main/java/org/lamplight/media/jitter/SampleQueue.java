package org.lamplight.media.jitter;

import java.util.Arrays;

/** Samples that wait to be played. */
final class SampleQueue {
    private short[] room = new short[4_096];
    private int length;

    void add(short[] samples) {
        if (length + samples.length > room.length) {
            room = Arrays.copyOf(room, (length + samples.length) * 2);
        }
        System.arraycopy(samples, 0, room, length, samples.length);
        length += samples.length;
    }

    short[] take(int count) {
        short[] taken = Arrays.copyOf(room, count);
        length -= count;
        System.arraycopy(room, count, room, 0, length);
        return taken;
    }

    int length() {
        return length;
    }
}
