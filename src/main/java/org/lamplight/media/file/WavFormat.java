package org.lamplight.media.file;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What the {@code fmt} chunk of a WAV file says. Only plain samples (PCM) are read.
 *
 * @param rate samples per second, 4,000 to 192,000
 * @param channels 1 or 2
 * @param bits 8 (unsigned), 16, 24 or 32 (signed)
 */
record WavFormat(int rate, int channels, int bits) {
    static final int SHORTEST = 16;

    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;

    WavFormat {
        if (rate < 4_000 || rate > 192_000 || channels < 1 || channels > 2 || !isDepth(bits)) {
            throw new IllegalArgumentException(rate + " Hz, " + channels + " channels, " + bits + " bits");
        }
    }

    private static boolean isDepth(int bits) {
        return bits == 8 || bits == 16 || bits == 24 || bits == 32;
    }

    /** From the body of the chunk, little-endian. */
    static WavFormat read(ByteBuffer body) throws IOException {
        int coding = body.getShort(0) & 0xFFFF;
        int channels = body.getShort(2) & 0xFFFF;
        int block = body.getShort(12) & 0xFFFF;
        int bits = body.getShort(14) & 0xFFFF;
        if (coding == EXTENSIBLE && body.limit() >= 26) {
            coding = body.getShort(24) & 0xFFFF;
        }
        if (coding != PCM) {
            throw new IOException("coding " + coding);
        }
        try {
            WavFormat format = new WavFormat(body.getInt(4), channels, bits);
            if (format.block() != block) {
                throw new IOException("blocks of " + block);
            }
            return format;
        } catch (IllegalArgumentException strange) {
            throw new IOException(strange.getMessage(), strange);
        }
    }

    /** Octets of one moment. */
    int block() {
        return channels * bits / 8;
    }

    /** The moment at the buffer's position, all channels as one, in 16 bits. */
    short mono(ByteBuffer from) {
        int sum = 0;
        for (int i = 0; i < channels; i++) {
            sum += sample(from);
        }
        return (short) (sum / channels);
    }

    private int sample(ByteBuffer from) {
        return switch (bits) {
            case 8 -> ((from.get() & 0xFF) - 128) << 8;
            case 16 -> from.getShort();
            case 24 -> {
                from.get();
                yield from.getShort();
            }
            default -> from.getInt() >> 16;
        };
    }
}
