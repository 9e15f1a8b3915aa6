package org.lamplight.lab;

/** The fast Fourier transform of Cooley and Tukey, in place, for lengths that are powers of two. */
final class Fourier {
    private Fourier() {}

    static void transform(double[] re, double[] im) {
        reorder(re, im);
        double[] cos = new double[re.length / 2];
        double[] sin = new double[re.length / 2];
        for (int k = 0; k < cos.length; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / re.length);
            sin[k] = -Math.sin(2 * Math.PI * k / re.length);
        }
        for (int half = 1; half < re.length; half *= 2) {
            int step = cos.length / half;
            for (int start = 0; start < re.length; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    combine(re, im, start + k, start + k + half, cos[k * step], sin[k * step]);
                }
            }
        }
    }

    private static void combine(double[] re, double[] im, int i, int j, double cos, double sin) {
        double partRe = re[j] * cos - im[j] * sin;
        double partIm = re[j] * sin + im[j] * cos;
        re[j] = re[i] - partRe;
        im[j] = im[i] - partIm;
        re[i] += partRe;
        im[i] += partIm;
    }

    /** Each index changes place with the one of the same bits the other way round. */
    private static void reorder(double[] re, double[] im) {
        int shift = Integer.numberOfLeadingZeros(re.length) + 1;
        for (int i = 0; i < re.length; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j > i) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
