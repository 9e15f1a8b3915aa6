package org.lamplight.lab;

import java.time.Duration;

/**
 * How well a recording fits its source at the lag that fits best.
 *
 * @param correlation 1 where both are the same but for loudness, about 0 where they have nothing to do with each other;
 *     over what both have at that lag
 * @param lag how much later than in the source it is heard; negative where the recording begins within the source
 */
public record Likeness(double correlation, Duration lag) {
    /** The share of the shorter one that both must have for a lag to count. */
    private static final int LEAST_PART = 2;

    static Likeness of(short[] source, short[] heard, int rate) {
        double[] products = products(source, heard);
        double[] sourceEnergy = sums(source);
        double[] heardEnergy = sums(heard);
        int least = Math.max(1, Math.min(source.length, heard.length) / LEAST_PART);
        double best = 0;
        int bestLag = 0;
        for (int lag = least - source.length; lag <= heard.length - least; lag++) {
            int from = Math.max(0, -lag);
            int to = Math.min(source.length, heard.length - lag);
            double both = energy(sourceEnergy, from, to) * energy(heardEnergy, from + lag, to + lag);
            double like = products[Math.floorMod(lag, products.length)] / Math.sqrt(both);
            if (like > best) {
                best = like;
                bestLag = lag;
            }
        }
        return new Likeness(best, Duration.ofNanos(bestLag * 1_000_000_000L / rate));
    }

    /** The sum of products at each lag, negative ones from the end, by a Fourier transform. */
    private static double[] products(short[] source, short[] heard) {
        int length = Integer.highestOneBit(source.length + heard.length) * 2;
        // One transform for both real signals: the source is the real part, what was heard the imaginary one
        double[] re = new double[length];
        double[] im = new double[length];
        for (int i = 0; i < source.length; i++) {
            re[i] = source[i];
        }
        for (int i = 0; i < heard.length; i++) {
            im[i] = heard[i];
        }
        Fourier.transform(re, im);
        double[] crossRe = new double[length];
        double[] crossIm = new double[length];
        for (int k = 0; k < length; k++) {
            int mirror = (length - k) % length;
            double aRe = (re[k] + re[mirror]) / 2;
            double aIm = (im[k] - im[mirror]) / 2;
            double bRe = (im[k] + im[mirror]) / 2;
            double bIm = (re[mirror] - re[k]) / 2;
            crossRe[k] = aRe * bRe + aIm * bIm;
            // Its conjugate: a forward transform of it is the inverse one wanted, as the outcome is real
            crossIm[k] = -(aRe * bIm - aIm * bRe);
        }
        Fourier.transform(crossRe, crossIm);
        for (int i = 0; i < length; i++) {
            crossRe[i] /= length;
        }
        return crossRe;
    }

    /** At least that of noise in the last bit: silence is like nothing. */
    private static double energy(double[] sums, int from, int to) {
        return Math.max(to - from, sums[to] - sums[from]);
    }

    private static double[] sums(short[] samples) {
        double[] sums = new double[samples.length + 1];
        for (int i = 0; i < samples.length; i++) {
            sums[i + 1] = sums[i] + (double) samples[i] * samples[i];
        }
        return sums;
    }

    @Override
    public String toString() {
        return "%.3f at %d ms".formatted(correlation, lag.toMillis());
    }
}
