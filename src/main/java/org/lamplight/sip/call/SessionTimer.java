package org.lamplight.sip.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.stack.Arrival;

/** Finds out that a call is dead although nobody hung up (RFC 4028). On the account's thread. */
final class SessionTimer {
    private static final long SHORTEST = 90;
    private static final long WANTED = 1_800;

    private static final int MOST_TIMES = 3;

    private final Talk talk;
    private int lengthened;
    private long interval = WANTED;
    private long shortest = SHORTEST;
    private boolean agreed;
    private boolean ours;
    private @Nullable ScheduledFuture<?> next;

    SessionTimer(Talk talk) {
        this.talk = talk;
    }

    /** What our INVITE or UPDATE says. */
    void ask(Draft draft) {
        String refresher = agreed ? (ours ? ";refresher=uac" : ";refresher=uas") : "";
        draft.with("Session-Expires", interval + refresher).with("Min-SE", String.valueOf(shortest));
    }

    /** The peer wants longer (422). False: it does not say how long, or never has enough. */
    boolean lengthen(Response response) {
        long wanted = Headers.number(response, "Min-SE");
        if (wanted <= shortest || wanted > 86_400 || ++lengthened > MOST_TIMES) {
            return false;
        }
        shortest = wanted;
        interval = Math.max(interval, wanted);
        return true;
    }

    /** What was agreed to our request. */
    void answered(Response response) {
        long seconds = Headers.number(response, "Session-Expires");
        if (seconds < 0) {
            stop();
            return;
        }
        String value = Headers.first(response, "Session-Expires").orElse("");
        start(seconds, value.toLowerCase(Locale.ROOT).contains("refresher=uac"));
    }

    /** Whether the peer's wish is too short, and was refused (section 9). */
    static boolean refused(Arrival arrival) {
        long seconds = Headers.number(arrival.request(), "Session-Expires");
        if (seconds < 0 || seconds >= SHORTEST) {
            return false;
        }
        arrival.reply(422, List.of("Min-SE: " + SHORTEST));
        return true;
    }

    /** Agrees to the peer's wish; what the response says of it. */
    List<String> serve(Request request) {
        long seconds = Headers.number(request, "Session-Expires");
        if (seconds < 0) {
            stop();
            return List.of();
        }
        boolean able = Headers.lists(request, "Supported", "timer");
        String value = Headers.first(request, "Session-Expires").orElse("").toLowerCase(Locale.ROOT);
        boolean us = value.contains("refresher=uas") || !able;
        start(seconds, us);
        List<String> headers =
                new ArrayList<>(List.of("Session-Expires: " + seconds + (us ? ";refresher=uas" : ";refresher=uac")));
        if (!us) {
            headers.add("Require: timer");
        }
        return headers;
    }

    private void start(long seconds, boolean us) {
        stop();
        agreed = true;
        ours = us;
        interval = Math.max(seconds, 1);
        long wait = us ? interval / 2 : interval - Math.min(32, interval / 3);
        Runnable task = us ? talk.offers()::refresh : talk::lost;
        next = talk.phone().later(task, Math.max(1, wait), TimeUnit.SECONDS);
    }

    void stop() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }
}
