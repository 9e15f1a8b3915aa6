package org.lamplight.sip.call;

import java.util.List;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Arrival;

/** What a call may ask of the line that it is on. On the account's thread. */
interface Desk {
    /** Whether the line is registered, so that who does not answer is to blame for it. */
    boolean isSettled();

    /** The call is over. */
    void gone(Talk talk);

    /** This one goes on in place of that, under the same id. */
    void replaced(Talk old, Talk by);

    /** The peer left, but its transfer is still under way: the call goes on with what comes of that. */
    void orphaned(Talk old);

    /** Calls there on behalf of a peer, to take the place of the call; {@code headers} as {@code Name: value}. */
    void callInstead(Talk talk, SipUri target, List<String> headers, Progress progress);

    /** What becomes of such a call: SIP answers, the last of them final. */
    interface Progress {
        void replied(int code, String reason);
    }

    /** Answers what belongs to no method that we know. */
    static void unknown(Arrival arrival) {
        arrival.reply(405, List.of("Allow: " + org.lamplight.sip.message.Allowed.METHODS));
    }
}
