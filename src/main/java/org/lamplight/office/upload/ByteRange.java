package org.lamplight.office.upload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes (RFC 9110, section 14).
 *
 * @param from the first byte
 * @param to behind the last one
 */
record ByteRange(long from, long to) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

    /** What the header asks of a file of this size: the whole of it where it asks for several ranges, or from the end. */
    static ByteRange of(@Nullable String header, long size) {
        Matcher matcher = FORM.matcher(header == null ? "" : header);
        if (!matcher.matches()) {
            return new ByteRange(0, size);
        }
        long last = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
        return new ByteRange(Long.parseLong(matcher.group(1)), Math.min(last, size - 1) + 1);
    }

    boolean isWithin(long size) {
        return size == 0 ? from == 0 : from < to && to <= size;
    }

    boolean isWhole(long size) {
        return from == 0 && to == size;
    }

    long length() {
        return to - from;
    }
}
