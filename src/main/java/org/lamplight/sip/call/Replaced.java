package org.lamplight.sip.call;

import java.util.Locale;
import java.util.Optional;
import javax.sip.message.Request;
import org.lamplight.sip.dialog.SipDialog;
import org.lamplight.sip.message.Headers;

/**
 * Which call an INVITE shall take the place of (RFC 3891). Pure.
 *
 * @param toTag ours
 * @param fromTag the peer's
 * @param earlyOnly not, if it has been answered
 */
record Replaced(String callId, String toTag, String fromTag, boolean earlyOnly) {

    /** Empty: none. */
    static Optional<Replaced> by(Request invite) {
        return Headers.first(invite, "Replaces").map(Replaced::of);
    }

    private static Replaced of(String value) {
        String callId = "";
        String toTag = "";
        String fromTag = "";
        boolean earlyOnly = false;
        for (String part : value.split(";")) {
            String word = part.strip();
            String key = word.toLowerCase(Locale.ROOT);
            if (key.startsWith("to-tag=")) {
                toTag = word.substring(7);
            } else if (key.startsWith("from-tag=")) {
                fromTag = word.substring(9);
            } else if (key.equals("early-only")) {
                earlyOnly = true;
            } else if (callId.isEmpty()) {
                callId = word;
            }
        }
        return new Replaced(callId, toTag, fromTag, earlyOnly);
    }

    /** The whole triple, or nothing. */
    boolean means(SipDialog dialog) {
        return callId.equals(dialog.callId()) && toTag.equals(dialog.localTag()) && fromTag.equals(dialog.remoteTag());
    }
}
