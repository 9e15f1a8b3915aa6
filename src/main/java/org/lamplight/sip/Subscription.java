package org.lamplight.sip;

/** What the Subscription-State of a NOTIFY says of our right to know (RFC 6665, section 4.1.3). */
public enum Subscription {
    ACTIVE,
    /** Nobody has decided yet: what comes with it says nothing of the person. */
    PENDING,
    /** Terminated with the reason {@code rejected}. */
    REJECTED
}
