package org.lamplight.media.codec;

/** 0 to 4 kHz with six bits; the predictor listens to the upper four of them only (G.722, sections 3.2.1 and 4.2). */
final class LowerBand extends Band {
    /** Decision levels of the magnitude (Q6). */
    private static final int[] LIMITS = {
        0, 35, 72, 110, 150, 190, 233, 276, 323, 370, 422, 473, 530, 587, 650, 714, 786, 858, 940, 1023, 1121, 1219,
        1339, 1458, 1612, 1765, 1980, 2195, 2557, 2919
    };

    /** Output levels of the four upper bits (QM4). */
    private static final int[] COARSE = {
        0, -20456, -12896, -8968, -6288, -4240, -2584, -1200, 20456, 12896, 8968, 6288, 4240, 2584, 1200, 0
    };

    /** Output levels of all six bits (QM6). */
    private static final int[] FINE = {
        -136, -136, -136, -136, -24808, -21904, -19008, -16704, -14984, -13512, -12280, -11192, -10232, -9360, -8576,
        -7856, -7192, -6576, -6000, -5456, -4944, -4464, -4008, -3576, -3168, -2776, -2400, -2032, -1688, -1360, -1040,
        -728, 24808, 21904, 19008, 16704, 14984, 13512, 12280, 11192, 10232, 9360, 8576, 7856, 7192, 6576, 6000, 5456,
        4944, 4464, 4008, 3576, 3168, 2776, 2400, 2032, 1688, 1360, 1040, 728, 432, 136, -432, -136
    };

    /** What a code of four bits does to the step (WL by way of RL4). */
    private static final int[] WEIGHTS = {
        -60, 3042, 1198, 538, 334, 172, 58, -30, 3042, 1198, 538, 334, 172, 58, -30, -60
    };

    LowerBand() {
        super(32, 8, 18_432, FINE);
    }

    @Override
    int encode(int sample) {
        int code = quantize(saturate(sample - prediction()));
        learn(code);
        return code;
    }

    @Override
    void learn(int code) {
        adapt(WEIGHTS[code >> 2], scaled(COARSE[code >> 2]));
    }

    /** Codes fall as magnitudes grow; the two smallest negative ones stand apart (ILN, ILP). */
    private int quantize(int difference) {
        boolean negative = difference < 0;
        int level = level(negative ? -(difference + 1) : difference);
        if (negative) {
            return level < 3 ? 64 - level : 34 - level;
        }
        return 62 - level;
    }

    private int level(int magnitude) {
        int level = 1;
        while (level < LIMITS.length && magnitude >= (LIMITS[level] * step()) >> 12) {
            level++;
        }
        return level;
    }
}
