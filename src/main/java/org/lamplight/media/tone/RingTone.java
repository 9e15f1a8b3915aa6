package org.lamplight.media.tone;

/**
 * What rings here when somebody calls: two small bells in turn, a major third apart, and a pause. Never changed after it
 * was made; for any thread.
 */
public final class RingTone {
    private static final double LOW = 659.26;
    private static final double HIGH = 830.61;
    private static final double[] STRIKES = {0, 0.2, 0.4, 0.6, 0.8, 1.0};
    private static final double ROUND_SECONDS = 3.5;
    private static final double AMPLITUDE = 6_500;
    private static final double ATTACK_SECONDS = 0.004;
    private static final double DECAY_SECONDS = 0.28;
    /** Overtones and how loud each is. */
    private static final double[][] OVERTONES = {{1, 1}, {2, 0.35}, {3, 0.12}, {4.2, 0.05}};

    private final short[] round;

    /** At so many samples per second. */
    public RingTone(int rate) {
        double[] sum = new double[(int) (ROUND_SECONDS * rate)];
        for (int i = 0; i < STRIKES.length; i++) {
            strike(sum, (int) (STRIKES[i] * rate), i % 2 == 0 ? LOW : HIGH, rate);
        }
        round = new short[sum.length];
        for (int i = 0; i < sum.length; i++) {
            round[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum[i])));
        }
    }

    private static void strike(double[] sum, int from, double hertz, int rate) {
        for (int i = from; i < sum.length; i++) {
            double seconds = (double) (i - from) / rate;
            double shape = Math.min(1, seconds / ATTACK_SECONDS) * Math.exp(-seconds / DECAY_SECONDS);
            double wave = 0;
            for (double[] overtone : OVERTONES) {
                wave += overtone[1] * Math.sin(2 * Math.PI * hertz * overtone[0] * seconds);
            }
            sum[i] += AMPLITUDE * shape * wave;
        }
    }

    /** So many samples from this one on, counted from the very beginning; it begins again for ever. */
    public short[] samples(long from, int count) {
        short[] sound = new short[count];
        for (int i = 0; i < count; i++) {
            sound[i] = round[(int) ((from + i) % round.length)];
        }
        return sound;
    }
}
