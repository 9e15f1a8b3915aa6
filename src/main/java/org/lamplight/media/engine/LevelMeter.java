package org.lamplight.media.engine;

import java.util.function.DoubleConsumer;
import org.lamplight.media.device.MicrophoneListener;

/** Tells ten times a second how loud a microphone was, by the peak, on a scale that is even to the ear: 60 dB from 0 to 1. */
final class LevelMeter implements MicrophoneListener {
    private static final int FRAMES = 10;
    private static final double RANGE = 60;

    private final DoubleConsumer loudness;
    private int peak;
    private int frames;

    LevelMeter(DoubleConsumer loudness) {
        this.loudness = loudness;
    }

    @Override
    public void put(short[] frame) {
        for (short sample : frame) {
            peak = Math.max(peak, Math.abs(sample));
        }
        frames++;
        if (frames == FRAMES) {
            loudness.accept(of(peak));
            frames = 0;
            peak = 0;
        }
    }

    private static double of(int peak) {
        double decibels = 20 * Math.log10(Math.max(1, peak) / (double) Short.MAX_VALUE);
        return Math.min(1, Math.max(0, 1 + decibels / RANGE));
    }
}
