package org.lamplight.sip.stack;

import javax.sip.message.Response;

/** What becomes of a request. Called on the account's thread; after a final response, or its absence, nothing more. */
public interface Replies {
    /** Provisional ones too. */
    void replied(Response response);

    /** Nobody answered in time, or it could not be sent; {@code sentence} is for the log. */
    void unanswered(String sentence);
}
