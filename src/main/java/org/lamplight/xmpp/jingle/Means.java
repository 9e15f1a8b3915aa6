package org.lamplight.xmpp.jingle;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What sessions work with.
 *
 * @param workers threads that may block
 * @param clock looks after what stands still
 */
record Means(
        Requests requests,
        InBand inBand,
        Sockets sockets,
        ExecutorService workers,
        ScheduledExecutorService clock,
        Patience patience) {}
