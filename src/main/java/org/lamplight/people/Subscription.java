package org.lamplight.people;

/** Who of the two gets the other's presence (RFC 6121, section 2.1.2.5). */
public enum Subscription {
    NONE,
    TO,
    FROM,
    BOTH;

    /** Whether we get theirs. */
    public boolean showsThem() {
        return this == TO || this == BOTH;
    }
}
