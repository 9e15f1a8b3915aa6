package org.lamplight.office.sip.media;

import java.util.Random;

/**
 * Somebody who talks, through a wall: pulses of a voice through two resonances that move from vowel to vowel, in
 * syllables, phrases and breaths. The seed makes the voice.
 */
public final class Murmur implements Sound {
    /** The first two formants of vowels, in Hz. */
    private static final double[][] VOWELS = {
        {730, 1_090}, {270, 2_290}, {300, 870}, {530, 1_840}, {570, 840}, {660, 1_720}, {490, 1_350}
    };

    private static final double LEVEL = 0.22;

    private final Random random;
    private final double voice;
    private final Resonance first = new Resonance(90);
    private final Resonance second = new Resonance(130);
    private double phase;
    private double loudness;
    private double pitch;
    private double low = 500;
    private double high = 1_500;
    private double[] vowel = VOWELS[0];
    private int left;
    private int length = 1;
    private int syllables;
    private boolean breath;

    public Murmur(long seed) {
        random = new Random(seed);
        voice = 95 + 110 * random.nextDouble();
        pitch = voice;
        syllables = 5;
    }

    @Override
    public double next() {
        if (left-- <= 0) {
            begin();
        }
        double through = 1 - (double) left / length;
        double wanted = breath ? 0 : Math.sin(Math.PI * Math.min(1, through));
        loudness += (wanted - loudness) * 0.004;
        low += (vowel[0] - low) * 0.002;
        high += (vowel[1] - high) * 0.002;
        double tone = first.next(pulse(), low) + 0.6 * second.next(pulseLast, high);
        return Math.max(-0.9, Math.min(0.9, LEVEL * loudness * tone));
    }

    private double pulseLast;

    /** A sawtooth that falls off softly: what vocal cords give, with a little air. */
    private double pulse() {
        phase += pitch / RATE;
        phase -= Math.floor(phase);
        pulseLast = 1 - 2 * phase + 0.05 * random.nextGaussian();
        return pulseLast;
    }

    private void begin() {
        if (syllables-- > 0) {
            breath = false;
            vowel = VOWELS[random.nextInt(VOWELS.length)];
            pitch = voice * (0.9 + 0.05 * syllables / 2.0 + 0.1 * random.nextDouble());
            length = RATE * (130 + random.nextInt(120)) / 1_000;
        } else {
            breath = true;
            syllables = 4 + random.nextInt(6);
            length = RATE * (300 + random.nextInt(400)) / 1_000;
        }
        left = length;
    }

    /** One resonance of the mouth: a filter of second order, about 1 at its peak. */
    private static final class Resonance {
        private final double width;
        private final double decay;
        private double last;
        private double before;

        Resonance(double width) {
            this.width = width;
            this.decay = Math.exp(-Math.PI * width / RATE);
        }

        double next(double in, double frequency) {
            double turn = 2 * decay * Math.cos(2 * Math.PI * frequency / RATE);
            double out = in * Math.PI * width / RATE * 2 + turn * last - decay * decay * before;
            before = last;
            last = out;
            return out;
        }
    }
}
