package org.lamplight.office.sip.line;

import java.util.concurrent.CompletableFuture;

/** A call that somebody of the office makes. Thread-safe. */
public interface PlacedCall {
    /** The final status code of the invitation: 200 once it is answered. */
    CompletableFuture<Integer> outcome();

    /** Done when the call is over, whoever ended it. */
    CompletableFuture<Void> over();

    /** How many packets of sound have come from the other side. */
    long heard();

    /** Ends it, or takes it back while it rings. */
    void hangUp();
}
