package org.lamplight.media.ice;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Requests that wait for their answers, and are sent again (RFC 8489, section 6.2.1). For one thread. */
final class Transactions {
    private static final long FIRST_NANOS = 300_000_000;
    private static final int MOST_SENT = 5;

    /** What is to be done about a request. */
    record Wait(
            Runnable send, BiPredicate<StunMessage, Route> genuine, Consumer<StunMessage> answered, Runnable lost) {}

    private static final class Open {
        private final Wait wait;
        private int sent = 1;
        private long step = FIRST_NANOS;
        private long due;

        Open(Wait wait, long now) {
            this.wait = wait;
            this.due = now + step;
        }
    }

    private final Map<String, Open> open = new HashMap<>();
    private final LongSupplier nanoTime;

    Transactions(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Sends it now. */
    void begin(StunMessage request, Wait wait) {
        open.put(request.id(), new Open(wait, nanoTime.getAsLong()));
        wait.send().run();
    }

    /** Whether it was the answer to one of ours. */
    boolean answered(StunMessage message, Route from) {
        Open found = open.get(message.id());
        if (found == null || !found.wait.genuine().test(message, from)) {
            return false;
        }
        open.remove(message.id());
        found.wait.answered().accept(message);
        return true;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Sends again what is due, and gives up what was sent often enough. */
    void tick() {
        long now = nanoTime.getAsLong();
        Map<String, Open> lost = new HashMap<>();
        for (Iterator<Map.Entry<String, Open>> all = open.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Open> entry = all.next();
            Open one = entry.getValue();
            if (now - one.due < 0) {
                continue;
            }
            if (one.sent == MOST_SENT) {
                all.remove();
                lost.put(entry.getKey(), one);
            } else {
                one.sent++;
                one.step *= 2;
                one.due = now + one.step;
                one.wait.send().run();
            }
        }
        lost.values().forEach(one -> one.wait.lost().run());
    }
}
