package org.lamplight.office.upload;

import java.time.Duration;

/**
 * How much fits.
 *
 * @param largest bytes of one file
 * @param total bytes of all files, those that are announced included
 * @param validity how long a slot waits for its file
 */
public record UploadLimits(long largest, long total, Duration validity) {
    private static final long MIB = 1024L * 1024;

    /** Enough for an office that lives for an afternoon. */
    public static UploadLimits usual() {
        return new UploadLimits(64 * MIB, 256 * MIB, Duration.ofMinutes(5));
    }
}
