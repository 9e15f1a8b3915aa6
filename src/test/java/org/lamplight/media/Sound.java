package org.lamplight.media;

import java.util.Random;

/** Sounds for tests, and the measures that say what became of them. */
public final class Sound {
    private Sound() {}

    /** A sine of this frequency and amplitude. */
    public static short[] tone(double hertz, int rate, int samples, double amplitude) {
        short[] sound = new short[samples];
        for (int i = 0; i < samples; i++) {
            sound[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return sound;
    }

    /** Something like speech: pulses of a moving pitch through three formants, in syllables, with pauses and hiss. */
    public static short[] speech(int rate, double seconds, long seed) {
        Random random = new Random(seed);
        int samples = (int) (rate * seconds);
        double[] sound = new double[samples];
        double[] formants = {650, 1_200, 2_500};
        double[][] memory = new double[3][2];
        double phase = 0;
        double level = 0;
        double pitch = 120;
        double wanted = 0;
        boolean voiced = true;
        for (int i = 0; i < samples; i++) {
            if (i % (rate / 6) == 0) {
                wanted = random.nextInt(5) == 0 ? 0 : 0.4 + 0.6 * random.nextDouble();
                voiced = random.nextInt(6) != 0;
                pitch = 95 + 70 * random.nextDouble();
                formants = new double[] {
                    300 + 500 * random.nextDouble(),
                    900 + 1_100 * random.nextDouble(),
                    2_300 + 600 * random.nextDouble()
                };
            }
            level += (wanted - level) * 60.0 / rate;
            phase += pitch / rate;
            double source = voiced ? 0 : random.nextGaussian() * 0.05;
            if (phase >= 1) {
                phase -= 1;
                source += voiced ? 1 : 0;
            }
            double sum = 0;
            for (int f = 0; f < 3; f++) {
                sum += resonate(source, formants[f], 90 + 40 * f, rate, memory[f]) / (1 + f);
            }
            sound[i] = sum * level;
        }
        return scaled(sound, 12_000, random);
    }

    private static double resonate(double in, double hertz, double width, int rate, double[] memory) {
        double radius = Math.exp(-Math.PI * width / rate);
        double out = in * (1 - radius)
                + 2 * radius * Math.cos(2 * Math.PI * hertz / rate) * memory[0]
                - radius * radius * memory[1];
        memory[1] = memory[0];
        memory[0] = out;
        return out;
    }

    private static short[] scaled(double[] sound, double peak, Random random) {
        double most = 1e-9;
        for (double one : sound) {
            most = Math.max(most, Math.abs(one));
        }
        short[] scaled = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            scaled[i] = (short) (sound[i] / most * peak + random.nextGaussian() * 8);
        }
        return scaled;
    }

    /** The share of the energy that is at this frequency, 0 to 1. */
    public static double purity(short[] sound, int from, int to, double hertz, int rate) {
        double re = 0;
        double im = 0;
        double energy = 0;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * hertz * i / rate;
            re += sound[i] * Math.cos(angle);
            im += sound[i] * Math.sin(angle);
            energy += (double) sound[i] * sound[i];
        }
        return energy == 0 ? 0 : 2 * (re * re + im * im) / ((to - from) * energy);
    }

    /** Likeness of {@code other}, heard {@code lag} samples later, to {@code one}: 1 is the same but for loudness. */
    public static double correlation(short[] one, short[] other, int lag, int from, int to) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = from; i < to && i + lag < other.length; i++) {
            both += (double) one[i] * other[i + lag];
            first += (double) one[i] * one[i];
            second += (double) other[i + lag] * other[i + lag];
        }
        return both / Math.sqrt(first * second + 1e-9);
    }

    /** The lag up to this one with the best {@link #correlation}. */
    public static int lag(short[] one, short[] other, int longest) {
        int best = 0;
        double most = -1;
        for (int lag = 0; lag <= longest; lag++) {
            double like = correlation(one, other, lag, 0, Math.min(one.length, other.length) - longest);
            if (like > most) {
                most = like;
                best = lag;
            }
        }
        return best;
    }

    /** Loudness of windows of 10 ms. */
    public static double[] envelope(short[] sound, int rate) {
        int window = rate / 100;
        double[] loudness = new double[sound.length / window];
        for (int i = 0; i < loudness.length; i++) {
            double sum = 0;
            for (int k = 0; k < window; k++) {
                sum += (double) sound[i * window + k] * sound[i * window + k];
            }
            loudness[i] = Math.sqrt(sum / window);
        }
        return loudness;
    }

    /** Likeness of two envelopes, without their means. */
    public static double envelopeCorrelation(double[] one, double[] other, int lag) {
        int count = Math.min(one.length, other.length - lag);
        double meanOne = 0;
        double meanOther = 0;
        for (int i = 0; i < count; i++) {
            meanOne += one[i] / count;
            meanOther += other[i + lag] / count;
        }
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < count; i++) {
            double a = one[i] - meanOne;
            double b = other[i + lag] - meanOther;
            both += a * b;
            first += a * a;
            second += b * b;
        }
        return both / Math.sqrt(first * second + 1e-9);
    }

    /** A piece of a longer sound, silent beyond its end. */
    public static short[] piece(short[] sound, int from, int length) {
        short[] piece = new short[length];
        System.arraycopy(sound, from, piece, 0, Math.max(0, Math.min(length, sound.length - from)));
        return piece;
    }

    /** Two sounds one after the other. */
    public static short[] joined(Iterable<short[]> pieces) {
        int length = 0;
        for (short[] piece : pieces) {
            length += piece.length;
        }
        short[] all = new short[length];
        int at = 0;
        for (short[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}
