package org.lamplight.media.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lamplight.media.rate.Resampler;

/** Samples of 16 bits, little-endian, as a device wants or gives them, and as they are inside: 48 kHz, mono. One thread. */
final class PcmShape {
    private static final int INSIDE = 48_000;

    private final int rate;
    private final int channels;
    private final Resampler resampler;

    private PcmShape(int rate, int channels, Resampler resampler) {
        this.rate = rate;
        this.channels = channels;
        this.resampler = resampler;
    }

    static PcmShape in(int rate, int channels) {
        return new PcmShape(rate, channels, new Resampler(rate, INSIDE));
    }

    static PcmShape out(int rate, int channels) {
        return new PcmShape(rate, channels, new Resampler(INSIDE, rate));
    }

    /** Octets of 10 ms at the device. */
    int octets() {
        return rate / 100 * channels * 2;
    }

    short[] fromDevice(byte[] octets) {
        ByteBuffer from = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        short[] mono = new short[octets.length / 2 / channels];
        for (int i = 0; i < mono.length; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += from.getShort();
            }
            mono[i] = (short) (sum / channels);
        }
        return resampler.process(mono);
    }

    byte[] toDevice(short[] sound) {
        short[] mono = resampler.process(sound);
        ByteBuffer to = ByteBuffer.allocate(mono.length * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : mono) {
            for (int channel = 0; channel < channels; channel++) {
                to.putShort(sample);
            }
        }
        return to.array();
    }
}
