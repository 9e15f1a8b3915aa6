package org.lamplight.media.quality;

/**
 * The E-model (ITU-T G.107) with all of its parameters at their defaults but delay, losses and codec: a rating R of 0 to
 * about 93, and the mean opinion score that it stands for. Pure functions.
 */
public final class EModel {
    /** R with all defaults: noise, side tone, echo and loudness as in a good telephone. */
    public static final double BEST = 93.2;

    private static final double FREE_DELAY = 100;

    private EModel() {}

    /**
     * The rating.
     *
     * @param oneWayMillis from mouth to ear
     * @param lossPercent of packets that were neither heard nor repaired
     * @param burstRatio mean length of a loss against that of losses by chance; 1 for chance
     */
    public static double rating(CodecImpairment codec, double oneWayMillis, double lossPercent, double burstRatio) {
        return BEST - delayImpairment(oneWayMillis) - lossImpairment(codec, lossPercent, burstRatio);
    }

    /** Idd: what waiting for an answer costs; nothing up to 100 ms. */
    static double delayImpairment(double millis) {
        if (millis <= FREE_DELAY) {
            return 0;
        }
        double octaves = Math.log(millis / FREE_DELAY) / Math.log(2);
        return 25 * (sixth(octaves) - 3 * sixth(octaves / 3) + 2);
    }

    private static double sixth(double x) {
        return Math.pow(1 + Math.pow(x, 6), 1 / 6.0);
    }

    /** Ie,eff: the codec and its losses. */
    static double lossImpairment(CodecImpairment codec, double percent, double burstRatio) {
        double loss = Math.max(0, Math.min(100, percent));
        double share = loss == 0 ? 0 : loss / (loss / Math.max(1, burstRatio) + codec.robustness());
        return codec.cost() + (95 - codec.cost()) * share;
    }

    /** The mean opinion score, 1 (bad) to 4.5 (excellent), that belongs to a rating (annex B). */
    public static double meanOpinionScore(double rating) {
        if (rating <= 0) {
            return 1;
        }
        double r = Math.min(100, rating);
        double score = 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6;
        return Math.max(1, Math.min(4.5, score));
    }
}
