package org.lamplight.media.tone;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The payload of a {@code telephone-event} packet (RFC 4733, section 2.3).
 *
 * @param event 0 to 9, 10 for the star, 11 for the pound, 12 to 15 for A to D; others are no keys
 * @param end whether the key was let go
 * @param volume in dB below the loudest, 0 to 63
 * @param duration so far, in ticks of the clock, at most 65,535
 */
public record TelephoneEvent(int event, boolean end, int volume, int duration) {
    private static final int LENGTH = 4;

    /** Reads a payload; more than four octets may follow, fewer are none. */
    public static Optional<TelephoneEvent> parse(byte[] payload) {
        if (payload.length < LENGTH) {
            return Optional.empty();
        }
        int flags = payload[1];
        int duration = ByteBuffer.wrap(payload).getShort(2) & 0xFFFF;
        return Optional.of(new TelephoneEvent(payload[0] & 0xFF, (flags & 0x80) != 0, flags & 0x3F, duration));
    }

    /** The four octets. */
    public byte[] write() {
        byte[] payload = {(byte) event, (byte) ((end ? 0x80 : 0) | (volume & 0x3F)), 0, 0};
        ByteBuffer.wrap(payload).putShort(2, (short) duration);
        return payload;
    }
}
