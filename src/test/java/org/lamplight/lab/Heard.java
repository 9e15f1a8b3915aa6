package org.lamplight.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.lamplight.media.Sound;
import org.lamplight.media.file.WavReader;
import org.lamplight.media.file.WavWriter;
import org.lamplight.media.rate.Resampler;

/** A recording, and the measures that say what became of a sound on its way: mono, 16 bits, at any rate. Immutable. */
public final class Heard {
    /** What {@link #level} says of silence. */
    public static final double SILENCE = -120;

    private static final double FULL_SCALE = 32_768;
    private static final int WINDOWS_A_SECOND = 100;
    private static final int COMPARED_RATE = 16_000;

    private final short[] samples;
    private final int rate;

    private Heard(short[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    /** Samples at this rate in Hz; they are not copied. */
    public static Heard of(short[] samples, int rate) {
        return new Heard(samples, rate);
    }

    /** A WAV file; of several channels the mean. Throws {@link IOException} if it is none. */
    public static Heard read(Path wav) throws IOException {
        try (WavReader reader = WavReader.open(wav)) {
            return new Heard(reader.read((int) reader.length()), reader.rate());
        }
    }

    /** Writes a WAV file of this rate, which must not be there yet. */
    public void write(Path wav, int wanted) throws IOException {
        try (WavWriter writer = new WavWriter(wav, wanted, 1)) {
            writer.write(at(wanted));
        }
    }

    public Duration length() {
        return Duration.ofNanos(samples.length * 1_000_000_000L / rate);
    }

    /** What lies between two times from the beginning; what is beyond the end is left out. */
    public Heard part(Duration from, Duration to) {
        int start = Math.min(at(from), samples.length);
        return new Heard(Arrays.copyOfRange(samples, start, Math.max(start, Math.min(at(to), samples.length))), rate);
    }

    private int at(Duration time) {
        return (int) (time.toNanos() * rate / 1_000_000_000L);
    }

    /** RMS of the whole in dB below full scale: a sine of the largest amplitude has -3. */
    public double level() {
        return level(0, samples.length);
    }

    private double level(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        double rms = Math.sqrt(sum / Math.max(1, to - from)) / FULL_SCALE;
        return rms == 0 ? SILENCE : Math.max(SILENCE, 20 * Math.log10(rms));
    }

    /** The longest time without a break in which no window of 10 ms is as loud as this many dB of full scale. */
    public Duration longestGap(double level) {
        int window = rate / WINDOWS_A_SECOND;
        int longest = 0;
        int now = 0;
        for (int from = 0; from + window <= samples.length; from += window) {
            now = level(from, from + window) < level ? now + 1 : 0;
            longest = Math.max(longest, now);
        }
        return Duration.ofMillis(longest * 1_000L / WINDOWS_A_SECOND);
    }

    /**
     * The share of energy at a frequency, 0 to 1; exact where the recording is long beside a period and the tone steady.
     */
    public double purity(double hertz) {
        double re = 0;
        double im = 0;
        double energy = 0;
        for (int i = 0; i < samples.length; i++) {
            double angle = 2 * Math.PI * hertz * i / rate;
            re += samples[i] * Math.cos(angle);
            im += samples[i] * Math.sin(angle);
            energy += (double) samples[i] * samples[i];
        }
        return energy == 0 ? 0 : 2 * (re * re + im * im) / (samples.length * energy);
    }

    /** How like a source this is, wherever in it it comes from, or whenever it begins in this. */
    public Likeness likeness(Heard source) {
        return Likeness.of(source.at(COMPARED_RATE), at(COMPARED_RATE), COMPARED_RATE);
    }

    /**
     * The likeness of that piece of this length which is most like the source: whether it comes through at all, also
     * where a busy machine lost or delayed some of it.
     */
    public Likeness bestLikeness(Heard source, Duration piece) {
        Likeness best = new Likeness(0, Duration.ZERO);
        Heard converted = of(source.at(COMPARED_RATE), COMPARED_RATE);
        for (Duration from = Duration.ZERO; from.plus(piece).compareTo(length()) <= 0; from = from.plus(piece)) {
            Likeness one = part(from, from.plus(piece)).likeness(converted);
            best = one.correlation() > best.correlation() ? one : best;
        }
        return best;
    }

    /** How loud windows of 10 ms are, in samples' units. */
    public double[] envelope() {
        return Sound.envelope(samples, rate);
    }

    private short[] at(int wanted) {
        return wanted == rate ? samples : new Resampler(rate, wanted).process(samples);
    }

    @Override
    public String toString() {
        return "%d ms, %.1f dB".formatted(length().toMillis(), level());
    }
}
