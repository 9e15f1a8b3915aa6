package org.lamplight.office.sip.media;

/** The two laws of ITU-T G.711: a sample of 16 bits becomes an octet, 8,000 of them a second. */
enum Law {
    PCMU(0) {
        @Override
        byte of(short sample) {
            int sign = sample < 0 ? 0x80 : 0;
            int magnitude = Math.min(Math.abs((int) sample), 32_635) + 0x84;
            int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
            int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
            return (byte) ~(sign | exponent << 4 | mantissa);
        }
    },
    PCMA(8) {
        @Override
        byte of(short sample) {
            int sign = sample < 0 ? 0 : 0x80;
            int magnitude = (sample < 0 ? ~sample : sample) >> 4;
            int exponent = magnitude < 16 ? 0 : 28 - Integer.numberOfLeadingZeros(magnitude);
            int mantissa = exponent == 0 ? magnitude : (magnitude >> (exponent - 1)) & 0x0F;
            return (byte) ((sign | exponent << 4 | mantissa) ^ 0x55);
        }
    };

    private final int payloadType;

    Law(int payloadType) {
        this.payloadType = payloadType;
    }

    abstract byte of(short sample);

    /** As RFC 3551 numbers it. */
    int payloadType() {
        return payloadType;
    }

    byte[] of(short[] samples) {
        byte[] octets = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            octets[i] = of(samples[i]);
        }
        return octets;
    }
}
