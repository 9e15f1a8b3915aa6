package org.lamplight.xmpp.jingle;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * What sessions work with.
 *
 * @param workers threads that may block
 * @param clock looks after what stands still
 * @param over hears of each that has ended
 */
record Means(
        Requests requests,
        InBand inBand,
        Sockets sockets,
        ExecutorService workers,
        ScheduledExecutorService clock,
        Consumer<JingleSession> over) {

    void forget(JingleSession session) {
        over.accept(session);
    }
}
