package org.lamplight.sip.flow;

import javax.sip.message.Response;
import org.lamplight.sip.message.Headers;

/**
 * For how long something is asked to last at a server, in seconds: as wanted, or longer where the server takes nothing so brief
 * (423). Not thread-safe.
 */
public final class Lifetime {
    private static final int TOO_BRIEF = 423;
    private static final long LONGEST = 86_400;
    private static final long LEAST_REFRESH = 5;

    private long seconds;

    public Lifetime(long wanted) {
        this.seconds = wanted;
    }

    public long seconds() {
        return seconds;
    }

    /** Whether the server wants it to last longer; from now on it is long enough. */
    public boolean wasTooBrief(Response response) {
        long least = Math.min(LONGEST, Headers.number(response, "Min-Expires"));
        boolean brief = response.getStatusCode() == TOO_BRIEF && least > seconds;
        seconds = brief ? least : seconds;
        return brief;
    }

    /** For how long it was granted; as asked, where the server does not say. */
    public static long granted(Response response, long asked) {
        long said = Headers.number(response, "Expires");
        return said > 0 ? said : asked;
    }

    /** In how many seconds what was granted for so many is to be asked for again. */
    public static long refreshAfter(long granted) {
        return Math.max(LEAST_REFRESH, Math.min(granted * 8 / 10, granted - 10));
    }
}
