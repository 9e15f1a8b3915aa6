package org.lamplight.media.jitter;

import java.util.Random;

/** Soft noise where nothing is sent, so that the line does not seem dead. */
final class ComfortNoise {
    /** The noise is duller than white: each sample keeps this much of the one before. */
    private static final double MEMORY = 0.6;

    private static final double GAIN = Math.sqrt(1 - MEMORY * MEMORY);

    private final Random random = new Random(1);
    private double last;

    /** So many samples of this mean loudness. */
    short[] make(int samples, double loudness) {
        short[] noise = new short[samples];
        for (int i = 0; i < samples; i++) {
            last = MEMORY * last + GAIN * random.nextGaussian();
            noise[i] = (short) Math.max(-2_000, Math.min(2_000, last * loudness));
        }
        return noise;
    }
}
