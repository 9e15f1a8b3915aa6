package org.lamplight.sip.digest;

/** A header that proves who we are. Not to be logged. */
public record Answer(String header, String value) {
    @Override
    public String toString() {
        return header;
    }
}
