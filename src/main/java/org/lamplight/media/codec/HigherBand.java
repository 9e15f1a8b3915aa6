package org.lamplight.media.codec;

/** 4 to 8 kHz with two bits (G.722, sections 3.2.2 and 4.3). */
final class HigherBand extends Band {
    /** The one decision level (Q2). */
    private static final int LIMIT = 564;

    /** Output levels (QM2). */
    private static final int[] LEVELS = {-7408, -1616, 7408, 1616};

    /** What a code does to the step (WH by way of RH2). */
    private static final int[] WEIGHTS = {798, -214, 798, -214};

    HigherBand() {
        super(8, 10, 22_528, LEVELS);
    }

    @Override
    int encode(int sample) {
        int difference = saturate(sample - prediction());
        int magnitude = difference < 0 ? -(difference + 1) : difference;
        boolean small = magnitude < (LIMIT * step()) >> 12;
        int code = (difference < 0 ? 0 : 2) + (small ? 1 : 0);
        learn(code);
        return code;
    }

    @Override
    void learn(int code) {
        adapt(WEIGHTS[code], scaled(LEVELS[code]));
    }
}
