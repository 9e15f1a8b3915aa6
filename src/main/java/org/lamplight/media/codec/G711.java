package org.lamplight.media.codec;

import java.util.Optional;

/** ITU-T G.711: 64 kbit/s, 8 kHz, each sample one octet by a logarithmic law. It has no state and no delay. */
public enum G711 implements AudioCodec {
    /** µ-law, of North America and Japan. */
    MU_LAW("PCMU", 0) {
        @Override
        byte compress(short sample) {
            int magnitude = sample >> 2;
            int mask = sample < 0 ? 0x7F : 0xFF;
            magnitude = Math.min(Math.abs(magnitude), MU_CLIP) + MU_BIAS;
            int segment = 26 - Integer.numberOfLeadingZeros(magnitude | 0x3F);
            int code = (segment << 4) | ((magnitude >> (segment + 1)) & 0xF);
            return (byte) (code ^ mask);
        }

        @Override
        short expand(byte octet) {
            int code = ~octet;
            int magnitude = (((code & 0xF) << 3) + 4 * MU_BIAS) << ((code & 0x70) >> 4);
            return (short) ((code & 0x80) != 0 ? 4 * MU_BIAS - magnitude : magnitude - 4 * MU_BIAS);
        }
    },
    /** A-law, of everybody else. */
    A_LAW("PCMA", 8) {
        @Override
        byte compress(short sample) {
            int magnitude = sample >> 3;
            int mask = 0xD5;
            if (sample < 0) {
                magnitude = -magnitude - 1;
                mask = 0x55;
            }
            int segment = 27 - Integer.numberOfLeadingZeros(magnitude | 0x1F);
            int code = (segment << 4) | ((magnitude >> Math.max(segment, 1)) & 0xF);
            return (byte) (code ^ mask);
        }

        @Override
        short expand(byte octet) {
            int code = octet ^ 0x55;
            int segment = (code & 0x70) >> 4;
            int magnitude = (code & 0xF) << 4;
            magnitude = segment == 0 ? magnitude + 8 : (magnitude + 0x108) << (segment - 1);
            return (short) ((code & 0x80) != 0 ? magnitude : -magnitude);
        }
    };

    private static final int MU_BIAS = 33;
    private static final int MU_CLIP = 8158;

    private final String name;
    private final int payload;

    G711(String name, int payload) {
        this.name = name;
        this.payload = payload;
    }

    /** One sample as the law says. */
    abstract byte compress(short sample);

    /** The value in the middle of what this octet stands for. */
    abstract short expand(byte octet);

    @Override
    public String payloadName() {
        return name;
    }

    @Override
    public int sampleRate() {
        return 8_000;
    }

    @Override
    public int clockRate() {
        return 8_000;
    }

    @Override
    public Optional<Integer> staticPayload() {
        return Optional.of(payload);
    }

    @Override
    public Encoder encoder() {
        return frame -> {
            byte[] octets = new byte[frame.length];
            for (int i = 0; i < frame.length; i++) {
                octets[i] = compress(frame[i]);
            }
            return octets;
        };
    }

    @Override
    public Decoder decoder() {
        return payload -> {
            short[] samples = new short[payload.length];
            for (int i = 0; i < payload.length; i++) {
                samples[i] = expand(payload[i]);
            }
            return samples;
        };
    }
}
