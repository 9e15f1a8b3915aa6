package org.lamplight.media.rate;

import java.util.Arrays;

/**
 * A stream of samples at another rate, by a windowed sinc. It keeps the end of each piece for the next one, so pieces of
 * any length give the same sound as the whole. For one thread.
 *
 * <p>The delay is {@link #delaySeconds}: 1.5 ms between 16 and 48 kHz, 3 ms with 8 kHz.
 */
public final class Resampler {
    /** Zero crossings of the sinc on either side. */
    private static final int CROSSINGS = 24;
    /** Kaiser's beta for about 70 dB. */
    private static final double BETA = 7;
    /** The share of the lower rate's band that passes: 3.4 of 4 kHz without loss. */
    private static final double PASS = 0.93;
    /** More phases than these are rounded to the nearest one; with the usual rates there are fewer. */
    private static final int MOST_PHASES = 1_024;

    private final int up;
    private final int down;
    private final int phases;
    private final int half;
    private final float[][] taps;
    private final int from;

    private short[] line;
    private int filled;
    /** Where the next sample stands: from the first one kept, in steps of one {@code up}th of a sample. */
    private long position;

    /** From one rate to another, both in Hz and at least 1,000. */
    public Resampler(int from, int to) {
        if (from < 1_000 || to < 1_000) {
            throw new IllegalArgumentException(from + " to " + to + " Hz");
        }
        int common = gcd(from, to);
        this.from = from;
        this.up = to / common;
        this.down = from / common;
        this.phases = Math.min(up, MOST_PHASES);
        double cutoff = PASS * Math.min(1.0, (double) to / from);
        this.half = from == to ? 0 : (int) Math.ceil(CROSSINGS / Math.min(1.0, (double) to / from));
        this.taps = from == to ? new float[0][] : sinc(phases, half, cutoff);
        this.line = new short[2 * half + 1_024];
        this.filled = Math.max(0, 2 * half - 1);
    }

    /** By how much the result lags behind. */
    public double delaySeconds() {
        return (double) half / from;
    }

    /** The samples that this piece completes; over time as many as the rates say. */
    public short[] process(short[] piece) {
        if (half == 0) {
            return piece.clone();
        }
        append(piece);
        int count = ready();
        short[] result = new short[count];
        for (int i = 0; i < count; i++) {
            result[i] = sample();
            position += down;
        }
        forget();
        return result;
    }

    private void append(short[] piece) {
        if (filled + piece.length > line.length) {
            line = Arrays.copyOf(line, filled + piece.length);
        }
        System.arraycopy(piece, 0, line, filled, piece.length);
        filled += piece.length;
    }

    private int ready() {
        long end = (filled - 2L * half + 1) * up;
        return end <= position ? 0 : (int) ((end - position + down - 1) / down);
    }

    private short sample() {
        int start = (int) (position / up);
        float[] phase = taps[(int) (position % up * phases / up)];
        float sum = 0;
        for (int i = 0; i < phase.length; i++) {
            sum += phase[i] * line[start + i];
        }
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }

    private void forget() {
        int gone = (int) Math.min(position / up, filled);
        System.arraycopy(line, gone, line, 0, filled - gone);
        filled -= gone;
        position -= (long) gone * up;
    }

    private static float[][] sinc(int phases, int half, double cutoff) {
        float[][] taps = new float[phases][2 * half];
        for (int phase = 0; phase < phases; phase++) {
            double sum = 0;
            for (int i = 0; i < 2 * half; i++) {
                double at = i - half + 1 - (double) phase / phases;
                taps[phase][i] = (float) (wave(at * cutoff) * cutoff * window(at / half));
                sum += taps[phase][i];
            }
            for (int i = 0; i < 2 * half; i++) {
                taps[phase][i] /= (float) sum;
            }
        }
        return taps;
    }

    private static double wave(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double window(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
    }

    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
