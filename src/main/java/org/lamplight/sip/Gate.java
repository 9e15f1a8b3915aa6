package org.lamplight.sip;

import java.net.InetAddress;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.sip.message.Request;
import org.lamplight.sip.message.Headers;

/**
 * Refuses at the door what is not for us: strangers, where the account does not want them, and floods. Called on the stack's
 * thread only.
 */
final class Gate {
    private static final int FORBIDDEN = 403;
    private static final int BUSY = 503;

    private final Predicate<InetAddress> known;
    private final boolean strangers;
    private final Pace calls;
    private final Pace requests;

    /** @param known whether our server has this address */
    Gate(Predicate<InetAddress> known, boolean strangers, LongSupplier nanos) {
        this.known = known;
        this.strangers = strangers;
        this.calls = new Pace(5, 20, nanos);
        this.requests = new Pace(200, 400, nanos);
    }

    int refusal(Request request, InetAddress from) {
        boolean begins = Headers.tag(request, "To").isEmpty();
        if (begins && !strangers && !known.test(from)) {
            return FORBIDDEN;
        }
        boolean call = begins && request.getMethod().equals(Request.INVITE);
        return requests.isTooFast() || (call && calls.isTooFast()) ? BUSY : 0;
    }

    /** So many a second, and so many at once. */
    private static final class Pace {
        private final double perNano;
        private final double most;
        private final LongSupplier nanos;
        private double left;
        private long last;

        Pace(int perSecond, int most, LongSupplier nanos) {
            this.perNano = perSecond / 1e9;
            this.most = most;
            this.nanos = nanos;
            this.left = most;
            this.last = nanos.getAsLong();
        }

        boolean isTooFast() {
            long now = nanos.getAsLong();
            left = Math.min(most, left + (now - last) * perNano);
            last = now;
            if (left < 1) {
                return true;
            }
            left--;
            return false;
        }
    }
}
