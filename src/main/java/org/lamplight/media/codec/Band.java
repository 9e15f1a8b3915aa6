package org.lamplight.media.codec;

/**
 * What both bands of G.722 share: the step size on a logarithmic scale and a predictor of two poles and six zeros that
 * learns from the signs of the differences (sections 3.3 to 3.6). Names in brackets are those of the Recommendation.
 */
abstract class Band {
    /** Inverse of the logarithm, base 2, of the step size (table ILB). */
    private static final int[] ANTILOG = {
        2048, 2093, 2139, 2186, 2233, 2282, 2332, 2383, 2435, 2489, 2543, 2599, 2656, 2714, 2774, 2834,
        2896, 2960, 3025, 3091, 3158, 3228, 3298, 3371, 3444, 3520, 3597, 3676, 3756, 3838, 3922, 4008
    };

    private static final int POLES = 2;
    private static final int ZEROS = 6;

    private final int shift;
    private final int logLimit;
    private final int[] levels;

    private int logStep;
    private int step;
    private int zeroPart;
    private int prediction;

    /** Coefficients and pasts, index 0 being now: poles (a), zeros (b), sums (r), partial sums (p), differences (d). */
    private final int[] pole = new int[POLES + 1];

    private final int[] zero = new int[ZEROS + 1];
    private final int[] rebuilt = new int[POLES + 1];
    private final int[] partial = new int[POLES + 1];
    private final int[] difference = new int[ZEROS + 1];

    /** @param levels what each code stands for, in units of the step (section 3.2) */
    Band(int firstStep, int shift, int logLimit, int[] levels) {
        this.step = firstStep;
        this.shift = shift;
        this.logLimit = logLimit;
        this.levels = levels;
    }

    /** The code of a sample; the band goes along with it. */
    abstract int encode(int sample);

    /** The band goes along with this code. */
    abstract void learn(int code);

    /** Codes a sample and gives what the other end would decode. */
    final int adaptTo(int sample) {
        int expected = prediction;
        int before = step;
        int code = encode(sample);
        return limited(expected + ((before * levels[code]) >> 15));
    }

    final int decode(int code) {
        int sample = prediction + scaled(levels[code]);
        learn(code);
        return limited(sample);
    }

    static int saturate(int value) {
        return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }

    /** What leaves a band has 15 bits (LIMIT). */
    static int limited(int value) {
        return Math.max(-16_384, Math.min(16_383, value));
    }

    final int step() {
        return step;
    }

    /** What this band expects next [s]. */
    final int prediction() {
        return prediction;
    }

    /** A level of a quantizer's table in units of the step. */
    final int scaled(int level) {
        return (step * level) >> 15;
    }

    /** Takes in what was sent: the step follows the weight of the code, the predictor the difference. */
    final void adapt(int weight, int delta) {
        logStep = Math.max(0, Math.min(logLimit, ((logStep * 127) >> 7) + weight));
        int exponent = shift - (logStep >> 11);
        int mantissa = ANTILOG[(logStep >> 6) & 31];
        step = (exponent < 0 ? mantissa << -exponent : mantissa >> exponent) << 2;
        predict(delta);
    }

    private void predict(int delta) {
        difference[0] = delta;
        rebuilt[0] = saturate(prediction + delta);
        partial[0] = saturate(zeroPart + delta);
        int second = secondPole();
        int first = firstPole(second);
        moveZeros();
        pole[1] = first;
        pole[2] = second;
        shift(rebuilt);
        shift(partial);
        shift(difference);
        zeroPart = zeroPart();
        prediction = saturate(saturate(polePart(1) + polePart(2)) + zeroPart);
    }

    /** UPPOL2. */
    private int secondPole() {
        int four = saturate(pole[1] << 2);
        int turned = sameSign(partial[0], partial[1]) ? Math.min(-four, Short.MAX_VALUE) : four;
        int moved = (turned >> 7) + (sameSign(partial[0], partial[2]) ? 128 : -128) + ((pole[2] * 32_512) >> 15);
        return Math.max(-12_288, Math.min(12_288, moved));
    }

    /** UPPOL1. */
    private int firstPole(int second) {
        int moved = saturate((sameSign(partial[0], partial[1]) ? 192 : -192) + ((pole[1] * 32_640) >> 15));
        int limit = saturate(15_360 - second);
        return Math.max(-limit, Math.min(limit, moved));
    }

    /** UPZERO. */
    private void moveZeros() {
        int push = difference[0] == 0 ? 0 : 128;
        for (int i = 1; i <= ZEROS; i++) {
            int move = sameSign(difference[0], difference[i]) ? push : -push;
            zero[i] = saturate(move + ((zero[i] * 32_640) >> 15));
        }
    }

    /** FILTEP. */
    private int polePart(int i) {
        return (pole[i] * saturate(2 * rebuilt[i])) >> 15;
    }

    /** FILTEZ. */
    private int zeroPart() {
        int sum = 0;
        for (int i = ZEROS; i > 0; i--) {
            sum += (zero[i] * saturate(2 * difference[i])) >> 15;
        }
        return saturate(sum);
    }

    private static boolean sameSign(int one, int other) {
        return (one ^ other) >= 0;
    }

    private static void shift(int[] past) {
        System.arraycopy(past, 0, past, 1, past.length - 1);
    }
}
