package org.lamplight.media.rtp;

import java.time.Instant;

/** The wall clock as NTP writes it: seconds since 1900 and 2^32ths of one (RFC 3550, section 4). */
public final class NtpTime {
    private static final long FROM_1900_TO_1970 = 2_208_988_800L;

    private NtpTime() {}

    /** All 64 bits. */
    public static long of(Instant time) {
        return ((time.getEpochSecond() + FROM_1900_TO_1970) << 32) | (((long) time.getNano() << 32) / 1_000_000_000L);
    }

    /** The middle 32 bits: 65,536ths of a second, which wrap after 18 hours. */
    public static long middle(long ntp) {
        return (ntp >>> 16) & 0xFFFFFFFFL;
    }
}
