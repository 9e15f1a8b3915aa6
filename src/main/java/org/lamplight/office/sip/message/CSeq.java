package org.lamplight.office.sip.message;

import org.jspecify.annotations.Nullable;

/** A request's number and method (RFC 3261 section 20.16). */
public record CSeq(long number, String method) {
    static @Nullable CSeq parse(@Nullable String value) {
        String[] words = value == null ? new String[0] : value.strip().split("\\s+", -1);
        long number = words.length == 2 ? Fields.number(words[0], Integer.MAX_VALUE) : -1;
        return number < 0 ? null : new CSeq(number, words[1]);
    }

    @Override
    public String toString() {
        return number + " " + method;
    }
}
