package org.lamplight.xmpp.http;

import java.net.http.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer brings of a file.
 *
 * @param from the first byte
 * @param total bytes of the whole file; negative if unknown
 */
record Portion(long from, long total) {
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    /** What it says of itself: all of the file, unless it names a range (RFC 9110, section 14.4). */
    static Portion of(int status, HttpHeaders headers) {
        long length = headers.firstValueAsLong("Content-Length").orElse(-1);
        Matcher range = RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        if (status != 206 || !range.matches()) {
            return new Portion(0, length);
        }
        long total = range.group(2).equals("*") ? -1 : Long.parseLong(range.group(2));
        return new Portion(Long.parseLong(range.group(1)), total);
    }
}
