package org.lamplight.media.jitter;

import java.util.Arrays;
import org.lamplight.media.codec.AudioCodec;

/**
 * For codecs that conceal nothing themselves: the last period of the voice again and again, steady for 10 ms and gone
 * after 60 ms, then the noise of the room. The sound that comes after it fades in over 5 ms.
 */
final class PitchRepetition implements Concealment {
    private static final int LOWEST_HERTZ = 66;
    private static final int HIGHEST_HERTZ = 400;
    private static final double STEADY_SECONDS = 0.010;
    private static final double GONE_SECONDS = 0.060;
    private static final double CROSS_SECONDS = 0.005;

    private final int rate;
    private final AudioCodec.Decoder decoder;
    private final Loudness loudness;
    private final ComfortNoise noise = new ComfortNoise();
    private final short[] past;

    private int lag;
    /** Samples made up since the last that came; 0 outside a gap. */
    private int made;

    PitchRepetition(int rate, AudioCodec.Decoder decoder, Loudness loudness) {
        this.rate = rate;
        this.decoder = decoder;
        this.loudness = loudness;
        this.past = new short[rate / 50 + rate / LOWEST_HERTZ + 1];
    }

    @Override
    public short[] missing(int samples) {
        short[] sound = continued(samples);
        decoder.madeUp(sound);
        return sound;
    }

    private short[] continued(int samples) {
        if (made == 0) {
            lag = Pitch.lag(past, past.length, rate / 50, rate / HIGHEST_HERTZ, rate / LOWEST_HERTZ);
        }
        short[] sound = noise.make(samples, loudness.floor());
        for (int i = 0; i < samples; i++) {
            double gain = gain();
            double repeated = gain * past[past.length - lag + made % lag];
            sound[i] = (short) Math.round(repeated + (1 - gain) * sound[i]);
            made++;
        }
        return sound;
    }

    private double gain() {
        double seconds = (double) made / rate;
        double faded = (seconds - STEADY_SECONDS) / (GONE_SECONDS - STEADY_SECONDS);
        return Math.max(0, Math.min(1, 1 - faded));
    }

    @Override
    public short[] present(short[] sound) {
        short[] joined = made == 0 ? sound : crossed(sound);
        made = 0;
        remember(joined);
        return joined;
    }

    private short[] crossed(short[] sound) {
        int count = Math.min(sound.length, (int) (CROSS_SECONDS * rate));
        short[] out = continued(count);
        short[] joined = sound.clone();
        for (int i = 0; i < count; i++) {
            double in = (i + 0.5) / count;
            joined[i] = (short) Math.round(in * sound[i] + (1 - in) * out[i]);
        }
        return joined;
    }

    private void remember(short[] sound) {
        int keep = Math.max(0, past.length - sound.length);
        System.arraycopy(past, past.length - keep, past, 0, keep);
        short[] end = Arrays.copyOfRange(sound, Math.max(0, sound.length - past.length), sound.length);
        System.arraycopy(end, 0, past, keep, end.length);
    }
}
