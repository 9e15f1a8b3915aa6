package org.lamplight.media.codec;

import java.util.Optional;

/**
 * ITU-T G.722 at 64 kbit/s (mode 1): 16 kHz split by a quadrature mirror filter into two bands, each coded by adaptive
 * differences. Six bits of an octet are the lower band, the upper two the higher one.
 */
public final class G722 implements AudioCodec {
    /** Samples at 16 kHz by which coded and decoded sound lags: what the two mirror filters hold back. */
    public static final int DELAY = 22;

    @Override
    public String payloadName() {
        return "G722";
    }

    @Override
    public int sampleRate() {
        return 16_000;
    }

    @Override
    public int clockRate() {
        return 8_000;
    }

    @Override
    public Optional<Integer> staticPayload() {
        return Optional.of(9);
    }

    @Override
    public Encoder encoder() {
        return new Coder();
    }

    @Override
    public Decoder decoder() {
        return new Reader();
    }

    private static final class Coder implements Encoder {
        private final MirrorFilter split = new MirrorFilter();
        private final LowerBand lower = new LowerBand();
        private final HigherBand higher = new HigherBand();

        @Override
        public byte[] encode(short[] frame) {
            byte[] octets = new byte[frame.length / 2];
            for (int i = 0; i < octets.length; i++) {
                split.push(frame[2 * i], frame[2 * i + 1]);
                int odd = split.odd();
                int even = split.even();
                int low = lower.encode((even + odd) >> 14);
                int high = higher.encode((even - odd) >> 14);
                octets[i] = (byte) ((high << 6) | low);
            }
            return octets;
        }
    }

    private static final class Reader implements Decoder {
        private final MirrorFilter join = new MirrorFilter();
        private final MirrorFilter split = new MirrorFilter();
        private final LowerBand lower = new LowerBand();
        private final HigherBand higher = new HigherBand();

        @Override
        public short[] decode(byte[] payload) {
            short[] samples = new short[payload.length * 2];
            for (int i = 0; i < payload.length; i++) {
                int low = lower.decode(payload[i] & 0x3F);
                int high = higher.decode((payload[i] >> 6) & 3);
                join.push(low + high, low - high);
                samples[2 * i] = (short) Band.saturate(join.even() >> 11);
                samples[2 * i + 1] = (short) Band.saturate(join.odd() >> 11);
            }
            split.pushEnd(samples);
            return samples;
        }

        /** Both ends adapt by what was coded, so coding what was made up keeps this end near the other one. */
        @Override
        public void madeUp(short[] sound) {
            for (int i = 0; i + 1 < sound.length; i += 2) {
                split.push(sound[i], sound[i + 1]);
                int odd = split.odd();
                int even = split.even();
                int low = lower.adaptTo((even + odd) >> 14);
                int high = higher.adaptTo((even - odd) >> 14);
                join.push(low + high, low - high);
            }
        }
    }
}
